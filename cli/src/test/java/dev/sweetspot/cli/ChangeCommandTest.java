package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.cli.asktell.Dialogue;
import dev.sweetspot.cli.asktell.Keeping;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.testkit.SharedStudy;
import dev.sweetspot.testkit.SlowTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class ChangeCommandTest {
    private static final String START = "{\"op\":\"start\",\"protocol\":2,\"name\":\"mine\",\"space\":{"
            + "\"lr\":{\"type\":\"real\",\"low\":1e-4,\"high\":0.1,\"scale\":\"log\"},"
            + "\"opt\":{\"type\":\"categorical\",\"choices\":[\"sgd\",\"adam\"]},"
            + "\"batch\":{\"type\":\"ordinal\",\"choices\":[32,64]}},"
            + "\"objective\":{\"name\":\"loss\"}}";

    @TempDir
    Path home;

    private Path store() {
        return home.resolve("store.db");
    }

    private Dialogue dialogue(String worker) {
        return new Dialogue(
                new Chosen("random", "none"),
                new Keeping(Clock.systemUTC(), worker, Optional.empty(), () -> SqliteStore.open(store())));
    }

    private Ran ran(Object... words) {
        var all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--store";
        all[words.length + 1] = store();
        return Ran.of(all);
    }

    @Test
    void aStudyThatAnotherProcessSearchesIsChangedAndAnsweredAccordingly() {
        try (var search = dialogue("a")) {
            search.answer(START);
            for (int i = 0; i < 5; i++) {
                search.answer("{\"op\":\"ask\"}");
                search.answer("{\"op\":\"tell\",\"id\":" + i + ",\"values\":{\"loss\":" + i + "}}");
            }
            var changed =
                    ran("change", "mine", "--search", "lr=1..10", "--search", "opt=adam,lion", "--search", "batch=128");
            assertThat(changed.exitCode()).as(changed.err()).isZero();
            assertThat(changed.out())
                    .contains("lr: 1 to 10; was 0.0001 to 0.1")
                    .contains("opt: adam or lion; was sgd or adam")
                    .contains("batch: only 128; was 32 or 64");
            for (int i = 5; i < 15; i++) {
                assertThat(search.answer("{\"op\":\"ask\"}"))
                        .contains("\"id\":" + i)
                        .contains("\"batch\":128")
                        .doesNotContain("sgd");
            }
        }
        assertThat(ran("show", "mine").out()).contains("Changed at ").contains(": lr: 1 to 10; was 0.0001 to 0.1");
        assertThat(ran("show", "mine", "--json").out()).contains("\"changes\":[{\"at\":\"");
        assertThat(ran("trials", "mine").out().lines().filter(line -> line.endsWith("(proposed no more)")))
                .hasSize(5);
    }

    @Test
    void aPauseOfAnotherProgramsStudyIsTakenBack() {
        try (var search = dialogue("a")) {
            search.answer(START);
            for (var order : List.of("pause", "stop")) {
                assertThat(ran(order, "mine").exitCode()).isZero();
                assertThat(search.answer("{\"op\":\"ask\"}")).contains("finished", "the study was ");
                var useless = ran("resume", "mine", "--minutes", "5");
                assertThat(useless.exitCode()).isEqualTo(2);
                assertThat(useless.err()).contains("--minutes = 5: is of a search of networks");
                var resumed = ran("resume", "mine", "--json");
                assertThat(resumed.exitCode()).as(resumed.err()).isZero();
                assertThat(resumed.out()).contains("{\"study\":\"mine\",\"standing\":\"open\",\"new\":true}");
                assertThat(search.answer("{\"op\":\"ask\"}")).contains("\"lr\":");
            }
        }
        assertThat(ran("resume", "mine").out()).contains("was open already");
    }

    @Test
    void parametersAreChangedAndAddedFromAFile() throws IOException {
        try (var search = dialogue("a")) {
            search.answer(START);
            search.answer("{\"op\":\"ask\"}");
        }
        var file = home.resolve("space.yaml");
        Files.writeString(file, """
                space:
                  lr: {high: 1}
                  decay: {type: real, low: 0, high: 0.1, default: 0.01}
                """);
        var changed = ran("change", "mine", "--space", file, "--json");
        assertThat(changed.out())
                .isEqualTo("{\"study\":\"mine\",\"changes\":[\"lr: 0.0001 to 1; was 0.0001 to 0.1\","
                        + "\"decay: 0 to 0.1; is new, and 0.01 in the trials until now\"]}"
                        + System.lineSeparator());
        assertThat(ran("trials", "mine").out()).contains("decay=0.01");
        assertThat(ran("change", "mine", "--space", file).out()).contains("is so already");
    }

    @Test
    void theStudyOfAProgramOnAClusterTakesItsOwnParametersAlone() {
        var shared = SharedStudy.in(home, "shared", InstantSource.system());
        var trials = new SlowTrials(1, 1);
        shared.begin(trials, 2, Kept.errand(trials));
        var changed = Ran.of("change", shared.name(), "--search", "x=0..0.5", "--store", shared.store());
        assertThat(changed.exitCode()).as(changed.err()).isZero();
        assertThat(changed.out()).contains("x: 0 to 0.5; was 0 to 1");
        assertThat(Ran.of("change", shared.name(), "--search", "dropout=0..0.5", "--store", shared.store())
                        .err())
                .contains("parameter = dropout: is not known");
    }

    @Test
    void relationsOfAFileAreRefusedBecauseTheyStay() throws IOException {
        try (var search = dialogue("a")) {
            search.answer(START);
        }
        var file = home.resolve("related.yaml");
        Files.writeString(file, """
                space: {lr: {high: 1}}
                relations: ["lr <= 0.5"]
                """);
        var refused = ran("change", "mine", "--space", file);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("line 2", "stay as they are. Maybe leave them out?");
    }

    @Test
    void whatCannotBeIsSaid() {
        try (var search = dialogue("a")) {
            search.answer(START);
        }
        var misspelt = ran("change", "mine", "--search", "lt=1..2");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).contains("parameter = lt: is not known. Maybe lr?");
        assertThat(ran("change", "mine", "--search", "lr=0..1").err())
                .contains("must be above 0 on a logarithmic scale");
        assertThat(ran("change", "mine", "--search", "lr=0.1,0.2").err()).contains("must be a range, low..high");
        assertThat(ran("change", "mine").err()).contains("must say what is to change");
        assertThat(ran("change", "yours", "--search", "lr=1..2").err()).contains("is not in this store");
    }

    @Test
    void whatIsEnqueuedIsTriedByAnotherProcessLater() {
        try (var search = dialogue("a")) {
            search.answer(START);
            assertThat(search.answer("{\"op\":\"enqueue\",\"params\":{\"lr\":0.001,\"opt\":\"adam\",\"batch\":64}}"))
                    .isEqualTo("{\"ok\":true,\"enqueued\":1}");
        }
        var enqueued = ran("enqueue", "mine", "--set", "lr=0.02");
        assertThat(enqueued.exitCode()).as(enqueued.err()).isZero();
        assertThat(enqueued.out()).contains("Enqueued as number 2 of those that wait: lr=0.02, opt=sgd, batch=32");
        assertThat(ran("show", "mine").out()).contains("Enqueued: lr=0.001, opt=adam, batch=64");
        assertThat(ran("enqueue", "mine", "--set", "lr=7").err()).contains("lr = 7: must be from 0.0001 to 0.1");
        try (var search = dialogue("b")) {
            search.answer("{\"op\":\"start\",\"protocol\":2,\"name\":\"mine\"}");
            assertThat(search.answer("{\"op\":\"ask\"}"))
                    .contains("\"lr\":0.001")
                    .contains("\"by\":\"enqueued\"");
            assertThat(search.answer("{\"op\":\"ask\"}"))
                    .contains("\"lr\":0.02")
                    .contains("\"by\":\"enqueued\"");
            assertThat(search.answer("{\"op\":\"ask\"}")).contains("\"by\":\"random\"");
        }
    }

    /** A job that was interrupted before its first trial. */
    private void begin(String study, Path data) {
        var tuned = ran(
                "tune",
                data,
                "--trials",
                1,
                "--set",
                "epochs=1",
                "--threads",
                1,
                "--family",
                "mlp",
                "--search",
                "optimizer=adamw",
                "--sampler",
                "random",
                "--name",
                "other",
                "--out",
                home.resolve("other"));
        assertThat(tuned.exitCode()).as(tuned.err()).isZero();
        try (var store = SqliteStore.open(store())) {
            var made = Study.open(store, "other", Clock.systemUTC(), TuneSession.LEASE)
                    .spec();
            var spec = new StudySpec(
                    study,
                    made.seed(),
                    made.problem(),
                    new Budget.Trials(3),
                    made.search(),
                    made.knowledge(),
                    made.errand());
            Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
        }
    }

    @Test
    void aJobIsGoneOnWithInTheChangedSpaceAndTakesNoValueThatTheTrainingDoesNot() throws IOException {
        begin("job", SampleImages.write(home.resolve("data"), 20, 1));

        assertThat(ran("change", "job", "--search", "learning_rate=1e-9..1e9").err())
                .contains("learning_rate = ");
        assertThat(ran("change", "job", "--search", "learning_rat=1e-3..1").err())
                .contains("Maybe learning_rate?");
        var changed = ran(
                "change",
                "job",
                "--search",
                "optimizer=sgd",
                "--search",
                "learning_rate=0.05..0.1",
                "--search",
                "family=cnn");
        assertThat(changed.exitCode()).as(changed.err()).isZero();
        assertThat(changed.out())
                .contains("optimizer: only sgd; was only adamw")
                .contains("momentum: 0.8 to 0.98 when optimizer is sgd; is new");
        assertThat(ran("enqueue", "job", "--set", "learning_rate=0.07").exitCode())
                .isZero();
        assertThat(ran("enqueue", "job", "--set", "optimizer=adamw").err())
                .contains("optimizer = adamw: must be sgd. Maybe sgd?");

        var resumed = ran("resume", "job", "--out", home.resolve("job"));
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        var told = ran("trials", "job");
        assertThat(told.err()).contains("family=cnn").contains("optimizer=sgd");
        var trials = told.out().lines().toList();
        assertThat(trials).hasSize(3).allMatch(line -> line.contains("completed") && line.contains("momentum="));
        assertThat(trials.get(0)).contains("learning_rate=0.07");
    }
}
