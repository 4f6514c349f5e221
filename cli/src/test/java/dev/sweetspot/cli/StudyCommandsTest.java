package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
}
