package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {
    @TempDir
    static Path home;

    private static Path data;
    private static Path store;
    private static Path result;

    @BeforeAll
    static void tuneOnce() throws IOException {
        data = SampleImages.write(home.resolve("data"), 20, 1);
        store = home.resolve("store.db");
        result = home.resolve("result");
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                2,
                "--set",
                "epochs=2",
                "--threads",
                1,
                "--workers",
                1,
                "--name",
                "done",
                "--store",
                store,
                "--out",
                result);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    private static Ran resume(Object... arguments) {
        var all = new Object[arguments.length + 3];
        all[0] = "resume";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store;
        return Ran.of(all);
    }

    @Test
    void aCompleteStudySaysWhereItsResultIsAndTouchesNothing() throws IOException {
        var before = Files.getLastModifiedTime(result.resolve("model.sweetspot"));
        var ran = resume("done");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Study done is complete; its result is in " + result);
        assertThat(ran.err()).contains("sweetspot resume done --store " + store + " --trials 22");
        assertThat(Files.getLastModifiedTime(result.resolve("model.sweetspot"))).isEqualTo(before);
        assertThat(resume("done", "--json").out()).startsWith("{\"study\":\"done\",\"complete\":true,\"model\":");
    }

    @Test
    void aResultThatIsMissingIsMadeAgainFromTheSameTrials() throws IOException {
        var elsewhere = home.resolve("elsewhere");
        var ran = resume("done", "--out", elsewhere);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Kept.history(store, "done").size()).isEqualTo(2);
        assertThat(elsewhere.resolve("model.sweetspot")).hasSameBinaryContentAs(result.resolve("model.sweetspot"));
    }

    @Test
    void aSearchThatHasUsedItsTrialsIsGivenMore() {
        var out = home.resolve("more");
        var made = Ran.of(
                "tune",
                data,
                "--trials",
                1,
                "--set",
                "epochs=1",
                "--threads",
                1,
                "--name",
                "more",
                "--store",
                store,
                "--out",
                out);
        assertThat(made.exitCode()).as(made.err()).isZero();

        var ran = resume("more", "--trials", 3);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Kept.history(store, "more").size()).isEqualTo(3);
        assertThat(resume("more", "--trials", 2).err())
                .contains("--trials = 2: counts all trials, and there are 3. Maybe 23?");
        assertThat(resume("more").out()).contains("Study more is complete");
    }

    @Test
    void howManyTrialsRunAtOnceCanBeSaidAnew() {
        var ran = resume("done", "--out", home.resolve("two"), "--workers", "2", "--threads", "2");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("2 trials at once with 1 thread each");
        assertThat(resume("done", "--workers", "0").err()).contains("--workers = 0: must be from 1 to 256");
        assertThat(resume("done", "--threads", "0").err()).contains("--threads = 0: must be from 1 to 1024");
    }

    @Test
    void whatRanAtOnceOnAClusterIsKeptApartFromWhatRunsHere() {
        var workload = Form.of(Map.of("name", Form.of("images"), "settings", Form.of(Map.of())));
        var errand = new Errand(
                Errand.Kind.TUNE,
                workload,
                Optional.of(5.0),
                Optional.empty(),
                Optional.of(40),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                TrialRules.NONE,
                Optional.empty());

        assertThat(Errand.of("cells", errand.toForm())).isEqualTo(errand);
    }

    @Test
    void dataThatMovedIsFoundByItsNewPlace() throws IOException {
        var moved = home.resolve("moved");
        var copy = SampleImages.write(home.resolve("a"), 20, 1);
        assertThat(Ran.of(
                                "tune",
                                copy,
                                "--threads",
                                1,
                                "--trials",
                                1,
                                "--set",
                                "epochs=1",
                                "--name",
                                "gone",
                                "--store",
                                store,
                                "--out",
                                home.resolve("gone"))
                        .exitCode())
                .isZero();
        Files.move(copy, moved);
        var out = home.resolve("gone-2");
        var refused = resume("gone", "--out", out);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err())
                .contains("data = " + copy + ": is not there any more")
                .contains("sweetspot resume gone --data PLACE");
        var ran = resume("gone", "--out", out, "--data", moved);
        assertThat(ran.exitCode()).as(ran.err()).isZero();

        SampleImages.write(moved, 20, 2);
        var changed = resume("gone", "--out", home.resolve("gone-3"), "--data", moved);
        assertThat(changed.exitCode()).isEqualTo(2);
        assertThat(changed.err())
                .contains("data = " + moved + ": has other content")
                .contains("Maybe ");
        assertThat(home.resolve("gone-3")).doesNotExist();
    }

    @Test
    void aTrainingByHandThatHasEndedSaysItsFiguresAgain() {
        var ran = Ran.of(
                "train", data, "--threads", 1, "--set", "epochs=1", "--store", home.resolve("hand.db"), "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var study = ran.out().replaceAll("(?s).*\"study\":\"([^\"]+)\".*", "$1");
        var again = Ran.of("resume", study, "--store", home.resolve("hand.db"), "--json");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(ran.out());

        for (var flags : List.of("--minutes 5", "--isolate", "--no-isolate", "--trial-seconds 9")) {
            var words = ("resume " + study + " --store " + home.resolve("hand.db") + " " + flags).split(" ", -1);
            var useless = Ran.of((Object[]) words);
            assertThat(useless.exitCode()).as(flags).isEqualTo(2);
            assertThat(useless.err())
                    .contains(flags.split(" ", -1)[0] + " = ")
                    .contains("is of a search, and " + study + " is a training by hand. Maybe leave it out?");
        }

        var out = home.resolve("hand");
        var written = Ran.of("resume", study, "--store", home.resolve("hand.db"), "--out", out, "--json");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).contains("\"test\":").contains("\"model\":");
        assertThat(out.resolve("model.sweetspot")).isNotEmptyFile();
        assertThat(Kept.history(home.resolve("hand.db"), study).size()).isEqualTo(1);
    }

    @Test
    void aLimitByTheClockIsRefusedInADeterministicStudy() {
        var made = Ran.of(
                "tune",
                data,
                "--deterministic",
                "--trials",
                1,
                "--set",
                "epochs=1",
                "--name",
                "same",
                "--store",
                store,
                "--out",
                home.resolve("same"));
        assertThat(made.exitCode()).as(made.err()).isZero();
        var sentence = "--trial-seconds = 9: is a matter of the clock, and the study is deterministic: what a clock"
                + " decides is not the same twice. Maybe leave it out?";
        for (var command : List.of("resume", "worker")) {
            var ran = Ran.of(command, "same", "--store", store, "--trial-seconds", 9);
            assertThat(ran.exitCode()).as(command).isEqualTo(2);
            assertThat(ran.err()).contains(sentence);
        }
        assertThat(resume("same", "--trials", 9).err())
                .contains("--trials = 9: has a part in what is tried, and the study");
    }

    @Test
    void trainingsOfTheSameDataCanBeCompared() {
        var db = home.resolve("compare.db");
        for (var rate : List.of("0.001", "0.01")) {
            var ran = Ran.of(
                    "train",
                    data,
                    "--threads",
                    1,
                    "--set",
                    "epochs=1",
                    "--set",
                    "learning_rate=" + rate,
                    "--store",
                    db);
            assertThat(ran.exitCode()).as(ran.err()).isZero();
        }
        var study = Ran.of("studies", "--store", db).out().strip().split(" ", 2)[0];

        assertThat(study).startsWith("by-hand-").contains("-1-epochs-");
        assertThat(Ran.of("trials", study, "--store", db, "--json").out().lines())
                .hasSize(2);
    }

    @Test
    void studiesAndStoresThatAreNoneAreRefused() throws IOException {
        var unknown = resume("dome");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("study = dome: is not in this store")
                .contains("Maybe")
                .contains("done");

        var foreign = Files.writeString(home.resolve("foreign.db"), "this is no store at all");
        var ran = Ran.of("resume", "done", "--store", foreign);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("foreign.db").contains("Maybe ");
        assertThat(foreign).hasContent("this is no store at all");

        assertThat(resume("done", "--minutes", "0").exitCode()).isEqualTo(2);
    }
}
