package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job through the command line, on small generated images. */
class TuneCommandTest {
    @TempDir
    Path home;

    private Path data;
    private Path store;
    private Path out;

    @BeforeEach
    void images() throws IOException {
        data = SampleImages.write(home.resolve("some, \"cells\""), 20, 1);
        store = home.resolve("store.db");
        out = home.resolve("result");
    }

    private Ran tune(Object... flags) {
        var words = new ArrayList<Object>(List.of("tune", data, "--store", store, "--out", out));
        words.addAll(List.of("--threads", "1", "--set", "epochs=2", "--set", "family=mlp"));
        if (!List.of(flags).contains("--trials")) {
            words.addAll(List.of("--trials", "3"));
        }
        words.addAll(List.of(flags));
        return Ran.of(words.toArray());
    }

    @Test
    void theResultHasTheShapeOfTheContract() throws IOException {
        var ran = tune("--json", "--name", "shape");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).hasSize(1);
        var result = Fields.of(Json.parseMap(ran.out(), "out"));
        assertThat(result.text("study")).isEqualTo("shape");
        assertThat(result.number("seconds")).isPositive();
        assertThat(result.map("trials").whole("completed")
                        + result.map("trials").whole("stopped"))
                .isEqualTo(3);
        assertThat(result.map("best").find("configuration")).isPresent();
        for (var which : List.of("test", "default_test")) {
            var test = result.map(which);
            assertThat(test.number("accuracy")).isBetween(test.number("low"), test.number("high"));
            assertThat(test.list("classes").items()).hasSize(2).allSatisfy(each -> {
                var score = Fields.of(each);
                assertThat(score.number("f1")).isBetween(0.0, 1.0);
                assertThat(score.whole("support")).isPositive();
            });
        }
        assertThat(Path.of(result.text("model"))).isRegularFile();
        assertThat(result.list("skipped").items()).isEmpty();
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder(
                        "README.txt",
                        "bundle.json",
                        "classes.txt",
                        "configuration.json",
                        "configuration.yaml",
                        "curves.csv",
                        "model.sweetspot",
                        "predictions.csv",
                        "record.json",
                        "report.json",
                        "split.csv");
        var record = Fields.of(Json.parseMap(Files.readString(out.resolve("record.json")), "record"));
        assertThat(record.map("seeds").list("trials").items()).hasSize(3);
    }

    @Test
    void aPersonIsToldInWords() {
        var ran = tune();

        assertThat(ran.out())
                .contains("The best configuration, trial")
                .contains("A multi-layer perceptron of")
                .contains("Winner  on 8 test images: accuracy")
                .containsAnyOf("tuning did not beat it", "ahead of the default", "better than the default")
                .contains("mean over classes")
                .contains("rows: what it is; columns: what the winner says")
                .contains("README.txt");
        assertThat(ran.err()).contains("trial 0:").contains("the default");
    }

    @Test
    void aFolderThatHoldsOtherFilesIsRefusedAtOnce() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "precious");
        var ran = tune();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--out").contains("holds other files (thesis.txt)");
        assertThat(store).doesNotExist();
    }

    @Test
    void limitsObjectivesRangesAndAnEarlyEndAreKept() {
        var ran = tune(
                "--json",
                "--objective",
                "log_loss",
                "--limit",
                "parameters<=1M",
                "--search",
                "learning_rate=1e-4..1e-2",
                "--target-value",
                "100",
                "--sampler",
                "random",
                "--scheduler",
                "none",
                "--log",
                home.resolve("log.txt"));

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var result = Fields.of(Json.parseMap(ran.out(), "out"));
        // The first trial's log-loss is far below 100, so the search ends with it.
        assertThat(result.map("trials").whole("completed")).isEqualTo(1);
        assertThat(home.resolve("log.txt")).content().contains("trial 0: log_loss");
    }

    @Test
    void aDefaultOverTheLimitIsNotTrained() {
        var ran = tune("--json", "--limit", "parameters<=100k", "--search", "units=32,256", "--trials", "12");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var result = Fields.of(Json.parseMap(ran.out(), "out"));
        assertThat(result.text("verdict")).contains("its parameters is over the limit");
        assertThat(result.find("default_test")).isEmpty();
    }

    @Test
    void aFileOfRangesIsSearched() throws IOException {
        var file = Files.writeString(home.resolve("ranges.yaml"), """
                space:
                  learning_rate: {type: real, low: 1e-3, high: 1e-2, scale: log}
                  batch_size: {type: ordinal, choices: [8, 16]}
                """);
        var ran = tune("--json", "--space", file);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var best = (Form.MapForm)
                Fields.of(Json.parseMap(ran.out(), "out")).map("best").require("configuration");
        assertThat(Fields.of(best).number("learning_rate")).isBetween(1e-3, 1e-2);

        out = home.resolve("another");
        Files.writeString(file, "space:\n  learning_rte: {type: real, low: 1e-3, high: 1e-2}\n");
        assertThat(tune("--space", file).err()).contains("Maybe learning_rate?");
        Files.writeString(file, "learning_rate: {type: real, low: 1e-3, high: 7}\n");
        assertThat(tune("--space", file).err()).contains("learning_rate = 7").contains("must be from 1e-5 to 1");
    }

    @Test
    void aTestPartThatLiesElsewhereIsUsed() throws IOException {
        var test = SampleImages.write(home.resolve("test images"), 5, 2);
        var ran = tune("--json", "--test", test);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "out")).map("test").whole("n"))
                .isEqualTo(10);
    }

    @Test
    void anotherProgramCanWatchTheStepsOfTheJob() throws IOException {
        var live = home.resolve("live.jsonl");
        var ran = tune("--live", live, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var steps = Files.readAllLines(live).stream()
                .map(line -> Fields.of(Json.parseMap(line, "live")))
                .filter(line -> line.text("event").equals("began"))
                .map(line -> line.text("step"));
        assertThat(steps).containsExactly("search", "fit", "measure");
    }

    @Test
    void aFileThatCannotBeWrittenForAWatcherIsRefused() {
        var ran = tune("--live", home.resolve("nowhere").resolve("live.jsonl"));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--live = ").contains("cannot be written. Maybe another file?");
    }

    @Test
    void theSameSeedGivesTheSameFilesWithAnyNumberOfWorkersWhenAskedToBeDeterministic() throws IOException {
        assertThat(tune("--deterministic", "--trials", "6", "--workers", "1", "--lag", "4", "--name", "one")
                        .exitCode())
                .isZero();
        var first = Files.readAllBytes(out.resolve("model.sweetspot"));
        out = home.resolve("again");
        assertThat(tune("--deterministic", "--trials", "6", "--workers", "4", "--lag", "4", "--name", "four")
                        .exitCode())
                .isZero();

        assertThat(Files.readAllBytes(out.resolve("model.sweetspot"))).isEqualTo(first);
        var one = Kept.history(store, "one");
        var four = Kept.history(store, "four");
        assertThat(four.trials()).extracting(Trial::configuration).isEqualTo(configurations(one));
        assertThat(four.trials())
                .extracting(trial -> Kept.reports(trial.curve()))
                .isEqualTo(one.trials().stream()
                        .map(trial -> Kept.reports(trial.curve()))
                        .toList());
        var resumed = Ran.of("resume", "four", "--store", store);
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("no time can be added").doesNotContain("--minutes 5");
        assertThat(Ran.of("resume", "four", "--store", store, "--workers", "5").err())
                .contains("--workers = 5: is more than run at once", "lag behind by 4. Maybe --workers 4?");
        var replay = Ran.of("replay", "four", "--store", store, "--json");
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(Fields.of(Json.parseMap(replay.out(), "out")).whole("proposals"))
                .isEqualTo(5);
    }

    private static List<Configuration> configurations(History history) {
        return history.trials().stream().map(Trial::configuration).toList();
    }

    @Test
    void imagesThatCannotBeReadAreCountedAndLeftOut() throws IOException {
        Files.writeString(data.resolve("up").resolve("text.png"), "no image");
        Files.write(data.resolve("down").resolve("empty.png"), new byte[0]);
        var ran = tune("--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("2 images were skipped").contains("text.png");
        assertThat(Fields.of(Json.parseMap(ran.out(), "out")).list("skipped").items())
                .hasSize(2);
    }

    @Test
    void dataThatCannotBeUsedLeavesNothingBehind() throws IOException {
        var empty = Files.createDirectories(home.resolve("empty"));
        var single = SampleImages.write(home.resolve("single"), 3, 1);
        try (var files = Files.list(single.resolve("up"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(single.resolve("up"));
        for (var bad : List.of(home.resolve("none"), empty, single)) {
            var ran = Ran.of("tune", bad, "--store", store, "--out", out, "--trials", "1");

            assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).contains("Maybe").doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(ran.out()).isEmpty();
            assertThat(store).doesNotExist();
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeTheDataIsRead() throws IOException {
        var file = Files.writeString(home.resolve("file"), "");
        store = file.resolve("below").resolve("store.db");
        var ran = tune();
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--store").doesNotContain("Data:");

        store = Files.createDirectories(home.resolve("folder"));
        assertThat(tune().err()).contains("is a folder");
        store = home.resolve("store.db");
        out = file;
        assertThat(tune().err()).contains("--out").contains("is a file");
    }

    @Test
    void aStoreOfAnotherProgramIsRefused() throws IOException {
        Files.writeString(
                store, "this is no database, and it is longer than the header of one would be, by far ........");
        var ran = tune();

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(store).content().startsWith("this is no database");
    }
}
