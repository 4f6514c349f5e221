package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classical models from the command line, from a table to predictions. */
class ClassicModelsTest {
    private static final Path WINE = Path.of("..", "samples", "wine.csv");

    @TempDir
    static Path home;

    private static Path result;
    private static Ran tuned;

    @BeforeAll
    static void tune() {
        result = home.resolve("result");
        tuned = Ran.of(
                "tune",
                WINE,
                "--family",
                "xgboost,linear",
                "--trials",
                6,
                "--set",
                "folds=3",
                "--name",
                "wines",
                "--store",
                home.resolve("store.db"),
                "--out",
                result,
                "--json");
    }

    private static Fields said(Ran ran) {
        return Fields.of(Json.parseMap(ran.out(), "result"));
    }

    @Test
    void aStudyChoosesAmongFamiliesAndHandsOverItsWinnerBesideTheDefault() {
        assertThat(tuned.exitCode()).as(tuned.err()).isZero();
        assertThat(tuned.err()).contains("up to 3 folds a trial");
        assertThat(said(tuned).map("test").number("accuracy")).isGreaterThan(0.8);
        assertThat(said(tuned).map("best").map("configuration").text("family")).isIn("xgboost", "linear");
        assertThat(result)
                .isDirectoryContaining(file -> file.endsWith("model.sweetspot"))
                .isDirectoryContaining(file -> file.endsWith("predictions.csv"))
                .isDirectoryContaining(file -> file.endsWith("bundle.json"));
    }

    @Test
    void theModelPredictsRowsOfOtherFiles() throws IOException {
        var rows = home.resolve("rows.csv");
        var lines = Files.readAllLines(WINE);
        // The target and the order of the columns do not matter to who asks.
        Files.write(
                rows,
                lines.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .limit(4)
                        .toList());
        var csv = home.resolve("classes.csv");

        var ran = Ran.of("predict", result, rows, "--csv", csv);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).hasSize(3).allMatch(line -> line.contains("class_0"));
        assertThat(Files.readAllLines(csv)).hasSize(4);
    }

    @Test
    void aTableWithoutAColumnOfTheModelIsRefusedInWords() throws IOException {
        var rows = home.resolve("narrow.csv");
        Files.write(
                rows,
                Files.readAllLines(WINE).stream()
                        .map(line -> line.substring(line.indexOf(',') + 1))
                        .toList());

        var ran = Ran.of("predict", result, rows);

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("alcohol").doesNotContain("Exception");
    }

    @Test
    void theWinnerIsFittedAgainToTheSameBits() {
        var ran = Ran.of("retrain", result, "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(said(ran).findTruth("same_model")).contains(true);
        assertThat(said(ran).findTruth("same_test")).contains(true);
    }

    @Test
    void aStudyIsGoneOnWithForMoreTrials() {
        var ran = Ran.of(
                "resume",
                "wines",
                "--trials",
                8,
                "--store",
                home.resolve("store.db"),
                "--out",
                home.resolve("more"),
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(said(ran).map("trials").integer("total")).isEqualTo(8);
    }

    @Test
    void oneModelIsFittedByHand() {
        var ran = Ran.of(
                "train",
                WINE,
                "--family",
                "xgboost",
                "--set",
                "xgboost.max_depth=2",
                "--store",
                home.resolve("hand.db"),
                "--out",
                home.resolve("hand"),
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(said(ran).map("configuration").integer("xgboost.max_depth")).isEqualTo(2);
        assertThat(said(ran).map("test").number("accuracy")).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--family xgbost | Maybe xgboost?",
                "--family xgboost --set epochs=3 | counts only for networks",
                "--family xgboost --set xgboost.max_dept=3 | Maybe xgboost.max_depth?",
                "--family linear --set xgboost.max_depth=3 | xgboost.max_depth",
                "--family xgboost --export onnx | --export"
            })
    void whatWouldDoNothingIsRefusedInWords(String options, String reason) {
        Object[] words = "tune ../samples/wine.csv --trials 1 --store %s %s"
                .formatted(home.resolve("refused.db"), options)
                .split(" ", -1);
        var ran = Ran.of(words);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(reason).doesNotContain("Exception");
    }

    @Test
    void imagesAreNothingForClassicalModels() {
        var ran = Ran.of(
                "tune",
                Path.of("..", "samples", "blood-cells"),
                "--family",
                "xgboost",
                "--trials",
                1,
                "--store",
                home.resolve("refused.db"));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("must be a table");
    }

    @Test
    void networksAndClassicalModelsMeetInOneStudy() {
        var ran = Ran.of(
                "tune",
                WINE,
                "--family",
                "linear,mlp",
                "--set",
                "folds=2",
                "--set",
                "epochs=2",
                "--set",
                "members=1",
                "--trials",
                8,
                "--sampler",
                "random",
                "--name",
                "both",
                "--store",
                home.resolve("both.db"),
                "--out",
                home.resolve("both"),
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var trials = Ran.of("trials", "both", "--store", home.resolve("both.db"), "--json");
        assertThat(trials.out()).contains("\"family\":\"linear\"").contains("\"family\":\"mlp\"");
        var resumed = Ran.of(
                "resume",
                "both",
                "--trials",
                9,
                "--store",
                home.resolve("both.db"),
                "--out",
                home.resolve("both"),
                "--json");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    }

    @Test
    void theFamiliesStandInOneList() {
        assertThat(Ran.of("list", "families").out()).contains("xgboost", "linear", "mlp");
    }
}
