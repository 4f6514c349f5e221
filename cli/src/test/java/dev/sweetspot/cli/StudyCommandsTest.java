package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a study, and cleaning up after one. */
class StudyCommandsTest {
    private static final String NAME = "cells";
    private static final Claim CLAIM = new Claim("worker", 1, 1, Duration.ZERO);

    @TempDir
    Path home;

    private Path store() {
        return home.resolve("store.db");
    }

    private Path out() {
        return home.resolve("result");
    }

    /** A study as {@code tune} makes them, with one trial for each of these. */
    private void study(Measurements... trials) {
        try (var store = SqliteStore.open(store())) {
            var spec = new StudySpec(
                    NAME,
                    1,
                    SearchSpace.of(Parameter.real("x", 0, 1)),
                    List.of(Objective.maximize("accuracy")),
                    Fidelity.epochs(4),
                    new Budget.Trials(trials.length),
                    new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                    List.of(),
                    Form.of(Map.of("command", Form.of("tune"), "out", Form.of(out().toString()))));
            var study = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            for (var measured : trials) {
                ((Ask.Run) study.ask(CLAIM)).trial().tell(measured, 1);
            }
        }
    }

    private static Measurements measured(double accuracy, double loss) {
        return Measurements.of("accuracy", accuracy).and("log_loss", loss);
    }

    private Ran ran(String... words) {
        return Ran.of(List.of(words).toArray());
    }

    private Fields shown() {
        var ran = ran("show", NAME, "--json", "--store", store().toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return Fields.of(Json.parseMap(ran.out(), "out"));
    }

    @Test
    void ofTrialsThatAreAsGoodTheSurerOneIsShownAsTheBestLikeInTheJob() {
        study(measured(0.8, 0.1), measured(0.9, 0.6), measured(0.9, 0.3), measured(0.9, 0.5));

        assertThat(shown().whole("trial")).isEqualTo(2);
        assertThat(ran("show", NAME, "--store", store().toString()).out())
                .contains("Best so far: trial 2, ")
                .contains("Trial 2 has the best accuracy, 0.9");
    }

    @Test
    void aTrialThatHasMeasuredNothingYetHasNoValue() {
        study(measured(0.9, 0.3));
        try (var store = SqliteStore.open(store())) {
            var study = Study.open(store, NAME, Clock.systemUTC(), TuneSession.LEASE);
            study.begin(study.history().trial(0).configuration(), CLAIM);
            study.order(Standing.PAUSED, "by hand");
        }

        var table =
                ran("trials", NAME, "--store", store().toString()).out().lines().toList();
        assertThat(table.get(0)).contains("0.9000");
        assertThat(table.get(1)).containsPattern("running +- ").doesNotContain("NaN");
        var forms = ran("trials", NAME, "--json", "--store", store().toString())
                .out()
                .lines()
                .toList();
        assertThat(forms.get(0)).contains("\"accuracy\":0.9");
        assertThat(forms.get(1)).doesNotContain("accuracy");
        assertThat(ran("show", NAME, "--store", store().toString()).out())
                .as("to the minute, as clocks on walls show it")
                .containsPattern("It is paused since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d: by hand");
    }

    private void leftBehind(Path folder, Duration ago) throws IOException {
        Files.createDirectories(folder);
        var half = Files.writeString(folder.resolve("model.sweetspot"), "half of a model");
        var time = FileTime.from(Clock.systemUTC().instant().minus(ago));
        Files.setLastModifiedTime(half, time);
        Files.setLastModifiedTime(folder, time);
    }

    @Test
    void whatAKilledCommandHadHalfWrittenIsCleanedUpAndNothingElse() throws IOException {
        study(measured(0.9, 0.3));
        var old = out().resolve(".writing-1");
        var young = out().resolve(".writing-2");
        leftBehind(old, Duration.ofHours(1));
        leftBehind(young, Duration.ofMinutes(1));
        leftBehind(out().resolve("mine"), Duration.ofDays(9));
        var scratch = Files.createDirectories(home.resolve("scratch"));
        var checkpoint = Files.writeString(scratch.resolve("trial-3-w.tmp"), "half");
        Files.setLastModifiedTime(checkpoint, FileTime.fromMillis(0));

        var asked = ran("clean", "--store", store().toString());
        assertThat(asked.out())
                .contains("Would remove " + old + ", a result that was not written to its end")
                .contains("Would remove " + checkpoint)
                .doesNotContain(young.toString())
                .contains("Nothing was removed");
        assertThat(old).exists();

        var done = ran("clean", "--yes", "--json", "--store", store().toString());
        assertThat(done.exitCode()).as(done.err()).isZero();
        var said = Fields.of(Json.parseMap(done.out(), "out"));
        assertThat(said.findTruth("removed")).contains(true);
        assertThat(said.list("left_behind").items()).hasSize(2);
        assertThat(List.of(old, checkpoint)).allSatisfy(path -> assertThat(path).doesNotExist());
        assertThat(List.of(young, out().resolve("mine")))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void aStudyThatRunsIsNotTouchedWhereItIsToBeDeleted() {
        study(measured(0.9, 0.3));
        try (var store = SqliteStore.open(store())) {
            var study = Study.open(store, NAME, Clock.systemUTC(), TuneSession.LEASE);
            study.begin(study.history().trial(0).configuration(), CLAIM);
            assertThat(ran("clean", NAME, "--delete", "--yes", "--store", store().toString())
                            .err())
                    .contains("study = cells: is running");
        }
        assertThat(shown().whole("trial")).isZero();
        assertThat(ran("trials", NAME, "--store", store().toString()).out().lines())
                .hasSize(2);
    }

    @Test
    void anAuditSaysWhatIsWrongAndEndsWithOneWhenSomethingIs() throws Exception {
        study(measured(0.9, 0.3));
        var sound = ran("audit", NAME, "--store", store().toString());
        assertThat(sound.exitCode()).as(sound.err()).isZero();
        assertThat(sound.out()).contains("right  no trial was told twice").doesNotContain("WRONG");

        var claimed = home.resolve("acknowledged");
        Files.writeString(claimed, """
                {"trial":0,"at":"2026-01-01T00:00:00Z","event":"paused","reason":"nobody kept it"}
                """);
        var ran = ran("audit", NAME, "--json", "--store", store().toString(), "--acknowledged", claimed.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        var said = Fields.of(Json.parseMap(ran.out(), "out"));
        assertThat(said.findTruth("sound")).contains(false);
        assertThat(said.list("wrong").items())
                .singleElement()
                .satisfies(wrong -> assertThat(Fields.of(wrong).text("check")).isEqualTo("acknowledged"));
        assertThat(ran("audit", "nobody", "--store", store().toString()).exitCode())
                .isEqualTo(2);
    }

    /** A study with a trial that is put aside and one that runs, each with a checkpoint of as many bytes. */
    private void studyWithCheckpoints(int bytes) throws IOException {
        study(measured(0.9, 0.3));
        try (var store = SqliteStore.open(store())) {
            var study = Study.open(store, NAME, Clock.systemUTC(), TuneSession.LEASE);
            var artifacts = Stores.artifacts(store().toString(), home);
            for (int i = 0; i < 2; i++) {
                var trial = study.begin(study.history().trial(0).configuration(), CLAIM);
                var file = Files.write(home.resolve("given" + i), new byte[bytes + i]);
                var kept = artifacts.put(NAME, trial.number(), "checkpoint", file);
                trial.report(1, measured(0.5, 1), 1, Optional.of(kept));
                if (i == 0) {
                    trial.pause("for now", Optional.empty());
                }
            }
            artifacts.put(NAME, 0, "model", Files.write(home.resolve("model"), new byte[3 * bytes]));
        }
    }

    private int kept(String store) {
        return Stores.artifacts(store, home).list(NAME).size();
    }

    @Test
    void whatIsKeptIsAMatterOfWhatIsNeededAndWhatIsSaid() throws IOException {
        studyWithCheckpoints(100_000);
        var store = store().toString();

        var best = ran("clean", "--keep-best", "1", "--store", store);
        assertThat(best.out()).as(best.err()).contains("Would remove 0.0 MB");
        assertThat(ran("clean", "--store", store).out()).contains("Would remove 0.3 MB");
        assertThat(ran("clean", "--quota", "250kB", "--store", store).out())
                .as("with both of those that go on it fits")
                .contains("Would remove 0.3 MB");
        assertThat(ran("clean", "--quota", "150kB", "--store", store).out()).contains("Would remove 0.4 MB");
        assertThat(kept(store)).isEqualTo(3);
        assertThat(ran("clean", "--keep-paused", "0", "--yes", "--store", store).out())
                .contains("Removed 0.4 MB");
        assertThat(kept(store)).as("what runs keeps its own").isEqualTo(1);
        assertThat(ran("clean", "--quota", "much", "--store", store).exitCode()).isEqualTo(2);
        assertThat(ran("clean", "--keep-best", "-1", "--store", store).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aStudyIsCopiedWithItsCheckpointsAndBackedUpAgain() throws IOException {
        studyWithCheckpoints(10);
        var there = home.resolve("backup/studies.db").toString();

        var first = ran("copy", "--json", "--store", store().toString(), "--to", "sqlite:" + there);
        assertThat(first.exitCode()).as(first.err()).isZero();
        var said = Fields.of(Json.parseMap(first.out(), "out"));
        assertThat(said.whole("new_events")).isEqualTo(said.whole("events")).isEqualTo(7);
        assertThat(said.whole("files")).isEqualTo(3);
        assertThat(ran("copy", NAME, "--store", store().toString(), "--to", there)
                        .out())
                .contains("cells: 7 events, 0 of them new, and 0 files")
                .contains("as they were");
        assertThat(kept(there)).isEqualTo(3);
        assertThat(ran("show", NAME, "--store", there).out()).contains("Best so far: trial 0");

        assertThat(ran("copy", NAME, "--store", store().toString(), "--to", there, "--name", "other")
                        .out())
                .contains("as other");
        assertThat(ran("trials", "other", "--store", there).out()).isNotBlank();
        assertThat(ran("copy", "--name", "other", "--store", store().toString(), "--to", there)
                        .exitCode())
                .isEqualTo(2);
        assertThat(ran("copy", NAME, "--to", "mysql://me:secret@h/d", "--store", store().toString())
                        .err())
                .contains("is of no kind of store that is installed")
                .doesNotContain("secret");
    }

    @Test
    void aTrainingThatAnotherProcessHasIsSaidToBeInItsHands() {
        study(measured(0.5, 1));
        try (var store = SqliteStore.open(store())) {
            var study = Study.open(store, NAME, Clock.systemUTC(), TuneSession.LEASE);
            study.begin(study.history().trial(0).configuration(), CLAIM);

            var ran = Ran.captured(() -> new HandTraining(study, new OutputOptions(), Optional.empty()).sayLast());

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).contains("Trial 1 of cells is in the hands of another process");
        }
    }

    @Test
    void aStudyThatCannotBeReadIsLeftAloneAndTheOthersAreCleanedUp() {
        study(measured(0.5, 1));
        try (var store = SqliteStore.open(store())) {
            store.create(new StudyRecord("newer", Instant.now(), Form.of(Map.of("secret", Form.of("sauce")))));
        }
        var all = ran("clean", "--store", store().toString());
        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.err()).contains("Left alone: study newer cannot be read");
        assertThat(ran("clean", "newer", "--store", store().toString()).exitCode())
                .isEqualTo(2);
    }
}
