package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.deep.learning.SavedInput;
import dev.sweetspot.deep.learning.SavedModel;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that are not square, from the folder of a user to what is handed over. */
class ImageShapesTest {
    @TempDir
    Path home;

    private Path data(int height, int width) throws IOException {
        return SampleImages.write(home.resolve("data"), 20, 1, height, width);
    }

    private static String shape(Path model) {
        try (var loaded = SavedModel.load(model)) {
            return ((SavedInput.Images) loaded.input()).shape().toString();
        }
    }

    @Test
    void rectanglesAreSearchedHandedOverJudgedAndLearntAgain() throws IOException {
        var data = data(24, 48);
        var result = HandedOver.tuned(
                home,
                data,
                "--trials",
                3,
                "--search",
                "input_size=12x24..24x48",
                "--set",
                "epochs=2",
                "--set",
                "filters=8",
                "--set",
                "augmentation.rotation=10",
                "--family",
                "cnn",
                "--threads",
                2);
        assertThat(result.tuned().out()).containsPattern("\"input_size\":\"(12x24|24x48)\"");
        assertThat(shape(result.file("model.sweetspot"))).isIn("12 x 24 x 3", "24 x 48 x 3");
        for (var name : List.of("model.onnx", "model.torchscript.pt", "model.py")) {
            assertThat(result.file(name)).isNotEmptyFile();
        }

        result.judges(data.resolve("up/3.png"), "--json");
        result.givesTheSameModelAgain();
    }

    @ParameterizedTest
    @CsvSource({
        "--set, input_size=10x22, 10 x 22 x 3",
        "--input-size, 22x10, 22 x 10 x 3",
        "--set, input_size=12, 12 x 12 x 3"
    })
    void imagesGetTheHeightAndWidthThatAreSet(String flag, String value, String shape) throws IOException {
        var model = home.resolve("model");
        var ran = Ran.of(
                "train",
                data(24, 48),
                flag,
                value,
                "--set",
                "epochs=1",
                "--family",
                "mlp",
                "--threads",
                1,
                "--store",
                home.resolve("store.db"),
                "--out",
                model,
                "--json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(shape(Path.of(Fields.of(Json.parseMap(ran.out(), "result")).text("model"))))
                .isEqualTo(shape);
    }

    @Test
    void largeImagesOfOneShapeKeepItAndItIsSaid() throws IOException {
        var ran = Ran.of(
                "train",
                data(60, 160),
                "--set",
                "epochs=1",
                "--family",
                "mlp",
                "--threads",
                1,
                "--store",
                home.resolve("store.db"));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("60 high and 160 wide; each was resized to 40 x 104");
    }

    @Test
    void sheetsOfWhatIsMadeAgainHaveTheShapeOfTheImages() throws IOException {
        var data = data(12, 24);
        var flat = Files.createDirectories(home.resolve("flat"));
        for (int i = 0; i < 20; i++) {
            Files.copy(data.resolve("up/" + i + ".png"), flat.resolve("up" + i + ".png"));
            Files.copy(data.resolve("down/" + i + ".png"), flat.resolve("down" + i + ".png"));
        }
        var out = home.resolve("result");
        var tuned = Ran.of(
                "tune",
                flat,
                "--task",
                "reconstruction",
                "--trials",
                1,
                "--set",
                "epochs=1",
                "--set",
                "filters=8",
                "--family",
                "autoencoder",
                "--threads",
                2,
                "--name",
                "s",
                "--store",
                home.resolve("store.db"),
                "--out",
                out,
                "--json");
        assertThat(tuned.exitCode()).as(tuned.err()).isZero();
        // Four times as large; pairs with a pixel between, four in a line, with eight pixels around each.
        var sheet = ImageIO.read(out.resolve("reconstructions.png").toFile());
        assertThat(sheet.getWidth()).isEqualTo(4 * (2 * 96 + 1 + 8) + 8);
        assertThat((sheet.getHeight() - 8) % (48 + 8)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set    | input_size=4x48          | input_size = 4x48: must be from 8 to 512. Maybe 8x48?",
                "--set    | input_size=big           | input_size = big: must be a whole number of pixels a side",
                "--search | input_size=8x16,16x      | input_size = 16x: must be a whole number of pixels a side",
                "--search | input_size=8x16..4x4     | input_size = 4: must be from 8 to 512"
            })
    void sizesThatCannotBeAreRefused(String flag, String value, String message) throws IOException {
        var ran = Ran.of("tune", data(24, 48), "--trials", 1, flag, value, "--store", home.resolve("store.db"));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }
}
