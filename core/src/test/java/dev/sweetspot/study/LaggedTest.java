package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LaggedTest {
    private static final int LAG = 4;
    private static final int TRIALS = 60;
    private static final Fidelity SIX = Fidelity.epochs(6);
    /** The reports of a trial, and its end. */
    private static final int TOLD = 7;

    @TempDir
    Path folder;

    @Test
    void ofALongStudyOnlyWhatTheLagNeedsIsKeptBesideItsHistory() throws InterruptedException {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var store = new InMemoryStore();
        var spec = new StudySpec(
                        "s",
                        7,
                        space,
                        List.of(Objective.minimize("loss")),
                        SIX,
                        new Budget.Trials(TRIALS),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .lagging(LAG);
        var study = Study.create(store, spec, InstantSource.system(), Duration.ofSeconds(10));
        new StudyRunner(
                        study,
                        new FolderArtifacts(folder.resolve("kept")),
                        new Tried(space, SIX, Tried::count),
                        folder.resolve("scratch"))
                .run(new ThreadExecutor(), new RunPlan("w", 2, 1, Long.MAX_VALUE, Duration.ofHours(1)));

        var lagged = new Lagged(spec, new Outlook(spec, InstantSource.fixed(Instant.EPOCH)));
        int most = 0;
        for (var logged : store.read("s", 0)) {
            lagged.follow(logged.event());
            most = Math.max(most, lagged.kept());
        }

        assertThat(most).isBetween(1, LAG * TOLD);
        assertThat(lagged.settled().trials()).hasSize(TRIALS).allMatch(Trial::completed);
        assertThat(lagged.settled().trials())
                .allSatisfy(trial -> assertThat(trial.curve().size()).isEqualTo(6));
    }
}
