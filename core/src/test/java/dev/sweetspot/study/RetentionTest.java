package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Artifacts.Artifact;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Claim CLAIM = new Claim("w", 1, 1, Duration.ZERO);

    @TempDir
    Path folder;

    private final Study study = Study.create(
            new InMemoryStore(),
            new StudySpec(
                    "s",
                    1,
                    SearchSpace.of(Parameter.real("x", 0, 1)),
                    List.of(Objective.minimize("loss")),
                    Fidelity.epochs(4),
                    new Budget.Trials(100),
                    new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                    List.of(),
                    Form.of(Map.of())),
            InstantSource.system(),
            Duration.ofMinutes(1));

    private ActiveTrial begun() {
        return study.begin(Configuration.of(Map.of("x", 0.5)), CLAIM);
    }

    private ActiveTrial reported(double loss) {
        var trial = begun();
        trial.report(1, Measurements.of("loss", loss), 1, Optional.of("named-" + trial.number()));
        return trial;
    }

    private void completed(double loss) {
        reported(loss).tell(Measurements.of("loss", loss), 1);
    }

    private void paused(double loss) {
        reported(loss).pause("for now", Optional.empty());
    }

    private List<Integer> gone(Retention retention) {
        return retention.dispensable(study.spec().problem(), study.history(), files()).stream()
                .map(Artifact::trial)
                .toList();
    }

    /** Of each trial the file that its history names. */
    private List<Artifact> files() {
        return study.history().trials().stream()
                .map(trial -> new Artifact(trial.number(), "named-" + trial.number(), 10))
                .toList();
    }

    @Test
    void theBestTheLatestThePausedAndTheRunningKeepTheirFiles() {
        completed(0.5);
        completed(0.1);
        completed(0.3);
        completed(0.9);
        paused(0.7);
        paused(0.2);
        reported(0.8);

        assertThat(gone(Retention.NEEDED)).containsExactly(0, 1, 2, 3);
        assertThat(gone(new Retention(2, 0, 9))).containsExactly(0, 3);
        assertThat(gone(new Retention(0, 1, 9))).containsExactly(0, 1, 2);
        assertThat(gone(new Retention(1, 1, 1)))
                .as("the worse of the paused too")
                .containsExactly(0, 2, 4);
        assertThatThrownBy(() -> new Retention(-1, 0, 0)).hasMessageContaining("best = -1");
    }

    @Test
    void whatAPausedTrialDoesNotNameGoesAndWhatNobodyKnowsToo() {
        paused(0.5);
        var kept = List.of(new Artifact(0, "named-0", 1), new Artifact(0, "older", 1), new Artifact(7, "stray", 1));

        assertThat(Retention.NEEDED.dispensable(study.spec().problem(), study.history(), kept))
                .extracting(Artifact::artifact)
                .containsExactly("older", "stray");
    }

    @Test
    void withinAQuotaTheWorstOfThePausedGoFirst() {
        paused(0.5);
        paused(0.1);
        paused(0.3);
        reported(0.9);

        assertThat(Retention.NEEDED.dispensable(study.spec().problem(), study.history(), files(), 30))
                .extracting(Artifact::trial)
                .containsExactly(0);
        assertThat(Retention.NEEDED.dispensable(study.spec().problem(), study.history(), files(), 5))
                .as("that of a running trial stays, whatever the quota")
                .extracting(Artifact::trial)
                .containsExactly(0, 1, 2);
    }

    private Path file(int bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "given", ".bin"), new byte[bytes]);
    }

    @Test
    void beyondItsQuotaAStudyDropsWhatNothingNeedsAndThenKeepsNoMore() throws IOException {
        completed(0.1);
        var running = begun();
        var all = new FolderArtifacts(folder.resolve("artifacts"));
        var limited = new LimitedArtifacts(all, study, 1000);
        limited.put("s", 0, "model", file(800));

        var kept = limited.put("s", running.number(), "checkpoint", file(700));
        assertThat(limited.list("s")).extracting(Artifact::artifact).containsExactly(kept);
        assertThatThrownBy(() -> limited.put("s", running.number(), "checkpoint", file(400)))
                .isInstanceOf(LimitedArtifacts.Full.class)
                .hasMessageContaining("no room for the checkpoint of trial 1")
                .hasMessageContaining("Maybe a larger --quota?");
        assertThat(limited.get("s", running.number(), kept)).isPresent();
        limited.put("other", 0, "model", file(5000));
    }

    @Test
    void peopleAreToldOnceThatThereIsNoRoom() throws IOException {
        var limited = new LimitedArtifacts(new FolderArtifacts(folder.resolve("artifacts")), study, 1000);
        var refused = new ArrayList<Boolean>();
        for (int i = 0; i < 3; i++) {
            try {
                limited.put("s", i, "checkpoint", file(2000));
            } catch (LimitedArtifacts.Full full) {
                refused.add(full.isFirst());
            }
        }
        assertThat(refused).containsExactly(true, false, false);
    }
}
