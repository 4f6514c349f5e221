package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images are drawn, from the folder of a user to the folder of what is drawn. */
@Tag("once")
class GenerateCommandTest {
    @TempDir
    static Path home;

    private static Path data;
    private static Path result;
    private static Ran tuned;

    @BeforeAll
    static void tune() throws IOException {
        data = SampleImages.write(home.resolve("data"), 20, 1);
        result = home.resolve("result");
        var arguments = new ArrayList<Object>(List.of("tune", data, "--task", "generation", "--trials", 2));
        for (var setting : new String[] {"epochs=2", "generator.filters=8", "discriminator.filters=8"}) {
            arguments.add("--set");
            arguments.add(setting);
        }
        arguments.addAll(List.of(
                "--threads",
                2,
                "--name",
                "s",
                "--store",
                home.resolve("store.db"),
                "--export",
                "onnx",
                "--out",
                result,
                "--json"));
        tuned = Ran.of(arguments.toArray());
        assertThat(tuned.exitCode()).as(tuned.err()).isZero();
    }

    @Test
    void aJobHandsOverItsDistanceAndSheetsOfWhatItDraws() throws IOException {
        var said = Fields.of(Json.parseMap(tuned.out(), "result"));
        var test = said.map("test");
        assertThat(test.number("frechet_distance")).isPositive();
        assertThat(test.number("frechet_distance_low")).isLessThanOrEqualTo(test.number("frechet_distance"));
        assertThat(test.number("real_distance")).isPositive().isLessThan(test.number("frechet_distance"));
        assertThat(test.integer("drawn")).isEqualTo(500);
        for (var name : new String[] {"samples.png", "samples-over-time.png", "model.onnx", "predictions.csv"}) {
            assertThat(result.resolve(name)).isNotEmptyFile();
        }
        // Ten in a row, four times as large as 16 pixels, with lines between.
        var sheet = ImageIO.read(result.resolve("samples.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(10 * (4 * 16 + 2) + 2);
        assertThat(sheet.getHeight()).isEqualTo(sheet.getWidth());
        assertThat(result.resolve("README.txt"))
                .content()
                .contains("sweetspot generate")
                .contains("samples.png");
    }

    @Test
    void theSameSeedDrawsTheSameImagesAndTheFileOfTheModelIsEnough() throws IOException {
        var model = Files.copy(result.resolve("model.sweetspot"), home.resolve("a model"));
        for (var seed : new int[] {3, 3, 4}) {
            var out = home.resolve("drawn-" + seed + (Files.exists(home.resolve("drawn-3")) ? "-again" : ""));
            var ran = Ran.of("generate", model, "--count", 5, "--out", out, "--seed", seed, "--json");
            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(Fields.of(Json.parseMap(ran.out(), "result"))
                            .list("files")
                            .items())
                    .hasSize(5);
        }
        var first = ImageIO.read(home.resolve("drawn-3/drawn-00005.png").toFile());
        assertThat(first.getWidth()).isEqualTo(16);
        assertThat(home.resolve("drawn-3/drawn-00005.png"))
                .hasSameBinaryContentAs(home.resolve("drawn-3-again/drawn-00005.png"));
        assertThat(Files.readAllBytes(home.resolve("drawn-3/drawn-00005.png")))
                .isNotEqualTo(Files.readAllBytes(home.resolve("drawn-4-again/drawn-00005.png")));
    }

    @Test
    void theWinnerIsTrainedAgainToTheSameBits() throws IOException {
        var ran = Ran.of("retrain", result, "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var said = Fields.of(Json.parseMap(ran.out(), "result"));
        assertThat(said.findTruth("same_model")).contains(true);
        assertThat(said.findTruth("same_test")).contains(true);
    }

    @Test
    void whatDrawsJudgesNothing() {
        var ran = Ran.of("predict", result.resolve("model.sweetspot"), data.resolve("up/0.png"));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("draws images and judges none").contains("sweetspot generate");
    }

    @Test
    void imagesWithoutClassesAreLearntFromToo() throws IOException {
        var flat = Files.createDirectories(home.resolve("flat"));
        for (int i = 0; i < 20; i++) {
            Files.copy(data.resolve("up/" + i + ".png"), flat.resolve(i + ".png"));
        }
        var ran = Ran.of(
                "train",
                flat,
                "--task",
                "generation",
                "--set",
                "epochs=1",
                "--set",
                "generator.filters=8",
                "--set",
                "discriminator.filters=8",
                "--threads",
                1,
                "--store",
                home.resolve("flat.db"),
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("make them again, since no classes are known");
        assertThat(Fields.of(Json.parseMap(ran.out(), "result"))
                        .map("validation")
                        .number("frechet_distance"))
                .isPositive();
    }

    /** What makes no sense is refused with the reason, before anything is trained. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class_weights=balanced | makes no sense for generation: it weighs examples by their classes",
                "augmentation.mixup=0.2 | makes no sense for generation",
                "label_smoothing=0.1 | makes no sense for generation",
                "folds=5 | makes no sense for generation",
                "dropout=0.2 | counts only for",
                "discriminator.weight_clip=0.02 | counts only with adversarial_loss=wasserstein",
                "schedule=plateau | constant",
                "early_stopping.monitor=accuracy | counts only for classification",
                "family=cnn | dcgan"
            })
    void settingsThatMakeNoSenseAreRefusedWithTheReason(String setting, String reason) {
        var ran =
                Ran.of("train", data, "--task", "generation", "--set", setting, "--store", home.resolve("refused.db"));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(reason);
    }

    @Test
    void otherTasksAndDataRefuseWhatDraws() throws IOException {
        var table = home.resolve("table.csv");
        Files.writeString(table, "a,b,c\n" + "1,2,3\n4,5,6\n".repeat(30));
        assertThat(Ran.of("train", table, "--task", "generation", "--store", home.resolve("t.db"))
                        .err())
                .contains("draws images, and these are rows");
        assertThat(Ran.of("train", data, "--set", "latent_size=8", "--store", home.resolve("t.db"))
                        .err())
                .contains("counts only for generation");
        assertThat(Ran.of("train", data, "--family", "dcgan", "--store", home.resolve("t.db"))
                        .err())
                .contains("is not for classification");
    }
}
