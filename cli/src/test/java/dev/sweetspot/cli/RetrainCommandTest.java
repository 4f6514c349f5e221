package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrainCommandTest {
    @TempDir
    static Path home;

    private static Path data;
    private static Path result;

    @BeforeAll
    static void tune() throws IOException {
        data = SampleImages.write(home.resolve("data"), 20, 1);
        result = home.resolve("result");
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                1,
                "--set",
                "epochs=2",
                "--threads",
                2,
                "--name",
                "s",
                "--store",
                home.resolve("store.db"),
                "--export",
                "onnx,torchscript",
                "--out",
                result);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    @Test
    void aModelIsTrainedAgainToTheSameBitsWhereverTheDataLiesNow() throws IOException {
        var moved = SampleImages.write(home.resolve("moved"), 20, 1);
        var out = home.resolve("again");
        // What an earlier one left that was ended while it wrote.
        Files.writeString(Files.createDirectories(out.resolve(".retrain-1")).resolve("model.sweetspot"), "half");

        var ran = Ran.of("retrain", result, "--data", moved, "--out", out, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var said = Fields.of(Json.parseMap(ran.out(), "result"));
        assertThat(said.findTruth("same_model")).contains(true);
        assertThat(said.findTruth("same_test")).contains(true);
        assertThat(said.require("test")).isEqualTo(said.require("before"));
        assertThat(said.list("differences").items()).isEmpty();
        assertThat(out.resolve("model.sweetspot")).hasSameBinaryContentAs(result.resolve("model.sweetspot"));
        assertThat(out).isDirectoryContaining(file -> file.endsWith("report.json"));
    }

    @Test
    void anAverageIsTrainedAgainNetworkByNetwork() throws IOException {
        var table = home.resolve("averaged");
        var trained = Ran.of(
                "train",
                Path.of("..", "samples", "wine.csv"),
                "--set",
                "members=3",
                "--set",
                "epochs=2",
                "--threads",
                1,
                "--store",
                home.resolve("averaged.db"),
                "--out",
                table,
                "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(Fields.of(Json.parseMap(trained.out(), "result")).integer("members"))
                .isEqualTo(3);
        assertThat(trained.err() + trained.out()).contains("(the average of 3 networks)");

        var ran = Ran.of("retrain", table, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "result")).findTruth("same_model"))
                .contains(true);
    }

    @Test
    void aModelThatWasTrainedWithNoiseOnItsWeightsIsTrainedAgainToTheSameBits() throws IOException {
        var noisy = home.resolve("noisy");
        var trained = Ran.of(
                "train",
                Path.of("..", "samples", "wine.csv"),
                "--set",
                "weight_noise=0.1",
                "--set",
                "folds=3",
                "--set",
                "epochs=3",
                "--threads",
                1,
                "--store",
                home.resolve("noisy.db"),
                "--out",
                noisy,
                "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(Files.readString(noisy.resolve("report.json"))).contains("\"weight_noise\"");

        var ran = Ran.of("retrain", noisy, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "result")).findTruth("same_model"))
                .contains(true);
    }

    @Test
    void aFigureThatDiffersIsSaidAndEndsWithOneAndSoIsWhyItMay() throws IOException {
        var entries = new LinkedHashMap<>(Json.parseMap(Files.readString(result.resolve("bundle.json")), "bundle")
                .entries());
        entries.put("test", Form.of(Map.of("accuracy", Form.of(0.123))));
        entries.put("model_sha256", Form.of("0"));
        entries.put("steps", Form.of(3));
        var wrong = home.resolve("wrong.json");
        Files.writeString(wrong, Json.write(Form.of(entries)));

        var ran = Ran.of("retrain", wrong, "--threads", 4);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("The figures on the test part are not the same.");
        assertThat(ran.err()).contains("and is now with 4").contains("the last bits may differ");
    }

    @Test
    void dataWithOtherContentIsRefusedAndSoIsDataThatIsGone() throws IOException {
        var other = SampleImages.write(home.resolve("other"), 20, 2);
        var refused = Ran.of("retrain", result, "--data", other);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("has other content than it had").contains("hash");

        var gone = Ran.of("retrain", result, "--data", home.resolve("gone"));
        assertThat(gone.exitCode()).isEqualTo(2);
        assertThat(gone.err()).contains("is not there any more").contains("--data PLACE");
    }

    @Test
    void theWinnerIsWrittenForOtherToolsAtOnceOrLater() throws IOException {
        assertThat(result).isDirectoryContaining(file -> file.endsWith("model.torchscript.pt"));
        assertThat(Files.readString(result.resolve("README.txt"))).contains("model.onnx           for ONNX Runtime");
        var out = home.resolve("home");

        var ran = Ran.of("export", result, "--to", "onnx", "--out", out, "--json");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(Fields.of(Json.parseMap(ran.out(), "result")).list("files").items())
                .containsExactly(Form.of(out.resolve("model.onnx").toString()));
        assertThat(out.resolve("model.onnx")).hasSameBinaryContentAs(result.resolve("model.onnx"));

        var refused = Ran.of("export", result, "--to", "onx");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("onnx?");
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        var ran = Ran.of("retrain", data);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("holds no bundle.json");
    }

    @Test
    void aModelIsFoundInItsFolderByEveryCommandThatTakesOne() throws IOException {
        Path one;
        try (var files = Files.walk(data)) {
            one = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }

        assertThat(Ran.of("predict", result, one).out())
                .isNotEmpty()
                .isEqualTo(Ran.of("predict", result.resolve("model.sweetspot"), one)
                        .out());
    }
}
