package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyGone;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study is deleted while a worker is at it, and made again under its name. */
@Timeout(60)
class DeletedStudyTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1));
    private static final Claim CLAIM = new Claim("w-0", 1, 1, Duration.ZERO);

    private final Store store = new InMemoryStore();

    @TempDir
    Path folder;

    private Study made() {
        var spec = new StudySpec(
                "s",
                7,
                SPACE,
                List.of(Objective.minimize("loss")),
                Fidelity.epochs(6),
                new Budget.Trials(2),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return Study.create(store, spec, InstantSource.system(), Duration.ofSeconds(10));
    }

    /** As another worker of the new study would stand: at the same trial, in the same version. */
    private void madeAgain() {
        store.delete("s");
        made().ask(CLAIM);
    }

    @Test
    void theOldWorkerEndsWithASentenceAndWritesNothingIntoTheNewStudy() {
        var runner = new StudyRunner(
                made(),
                new FolderArtifacts(folder.resolve("kept")),
                new Tried(SPACE, Fidelity.epochs(6), run -> {
                    if (run.number() == 0) {
                        madeAgain();
                    }
                    return Tried.count(run);
                }),
                folder.resolve("scratch"));

        assertThatThrownBy(() ->
                        runner.run(new ThreadExecutor(), new RunPlan("w", 1, 1, Long.MAX_VALUE, Duration.ofHours(1))))
                .isInstanceOf(StudyGone.class)
                .hasMessage("study = s: was deleted while it was worked on here; nothing more is written, also not into"
                        + " another study that has its name now. Maybe the command studies shows what there is.");

        assertThat(store.read("s", 0)).hasSize(1);
        assertThat(store.leases("s")).extracting(Store.Lease::worker).containsExactly("w-0");
    }

    @Test
    void aWorkerThatOnlyWaitsLearnsOfItAsSoonAsItLooks() {
        var old = made();
        madeAgain();

        assertThatThrownBy(old::refresh).isInstanceOf(StudyGone.class);
        assertThatThrownBy(() -> old.ask(CLAIM)).isInstanceOf(StudyGone.class);
        assertThat(store.read("s", 0)).hasSize(1);
    }
}
