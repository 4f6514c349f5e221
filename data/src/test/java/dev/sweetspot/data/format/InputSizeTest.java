package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.image.ImageHeader;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.form.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which height and width images get, and that everything in them goes where it belongs. */
class InputSizeTest {
    @TempDir
    Path folder;

    /** A pixel in column x and row y is x + y / 2 bright. */
    private static void slope(Path file, int height, int width) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, x + y / 2);
            }
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private Path slopes(String name, int height, int width) throws IOException {
        for (var image : List.of("a/1.png", "a/2.png", "b/1.png", "b/2.png")) {
            slope(folder.resolve(name).resolve(image), height, width);
        }
        return folder.resolve(name);
    }

    private static ImageSet load(Path path, InputSize size) {
        return DataSets.load(path, new LoadOptions(size, 2, Progress.SILENT)).set();
    }

    private static void isTheSlope(ImageSet set, int oldHeight, int oldWidth) {
        for (int y = 2; y < set.height() - 2; y++) {
            for (int x = 2; x < set.width() - 2; x++) {
                double oldX = (x + 0.5) * oldWidth / set.width() - 0.5;
                double oldY = (y + 0.5) * oldHeight / set.height() - 0.5;
                int value = set.pixels().get(y * set.width() + x) & 0xff;
                // Halves of rows are rounded down in the file, and results to whole numbers.
                assertThat((double) value).isCloseTo(oldX + oldY / 2, offset(1.0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "24, 48, 24, 48",
        "64, 64, 64, 64",
        "100, 200, 48, 88",
        "200, 100, 88, 48",
        "20, 100, 20, 100",
        "90, 90, 64, 64",
        "16, 250, 16, 250",
        "40, 230, 24, 152"
    })
    void imagesOfOneShapeKeepIt(int height, int width, int loadedHeight, int loadedWidth) throws IOException {
        var set = load(slopes("data", height, width), InputSize.ofData());
        assertThat(set.shape()).isEqualTo(new ImageShape(loadedHeight, loadedWidth, 1));
        isTheSlope(set, height, width);
    }

    @Test
    void veryLongImagesAreNoLongerThanAnythingMayBe() {
        var note = new ArrayList<String>();
        var size = Sizes.choose(List.of(new ImageHeader(10, 3000)), InputSize.ofData(), 64, note);
        assertThat(size).isEqualTo(new Sizes.Size(16, 512));
        assertThat(note.toString()).contains("10 high and 3000 wide").contains("16 x 512");
    }

    @Test
    void whatWasLearntFromSquaresGetsSquares() throws IOException {
        var data = slopes("data", 100, 200);
        assertThat(load(data, new InputSize.OfDataInSquares()).shape()).isEqualTo(new ImageShape(64, 64, 1));
        assertThat(load(slopes("small", 24, 48), new InputSize.OfDataInSquares())
                        .shape())
                .isEqualTo(new ImageShape(24, 48, 1));
    }

    @ParameterizedTest
    @CsvSource({"24x48, 24, 48", "50x20, 50, 20", "32, 32, 32"})
    void imagesGetTheHeightAndWidthThatAreAskedFor(String asked, int height, int width) throws IOException {
        var data = slopes("data", 60, 80);
        var set = load(data, InputSize.parse(asked));
        assertThat(set.shape()).isEqualTo(new ImageShape(height, width, 1));
        isTheSlope(set, 60, 80);
    }

    @Test
    void aTestPartElsewhereAndImagesToPredictGetTheShapeOfTheData() throws IOException {
        var data = slopes("data", 24, 48);
        var test = slopes("test", 60, 60);
        var joined = DataSets.open(data, Optional.of(test), LoadOptions.automatic(1));
        var set = (ImageSet) joined.set();
        assertThat(set.shape()).isEqualTo(new ImageShape(24, 48, 1));
        assertThat(set.size()).isEqualTo(8);

        var unlabelled =
                Unlabelled.load(List.of(test), set.shape(), set.depth()).set();
        assertThat(unlabelled.shape()).isEqualTo(new ImageShape(24, 48, 1));
        isTheSlope(unlabelled, 60, 60);
    }

    @Test
    void imagesToDrawAreSmallerInTheirShape() throws IOException {
        var data = slopes("data", 100, 200);
        var drawn = LoadOptions.automatic(1).withTable(TableOptions.AUTOMATIC.withTask(Task.Kind.GENERATION));
        assertThat(((ImageSet) DataSets.open(data, Optional.empty(), drawn).set()).shape())
                .isEqualTo(new ImageShape(24, 48, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24y48  | input_size = 24y48: must be a whole number of pixels a side, or height x width. Maybe 64, or 24x48?",
                "24x    | input_size = 24x: must be a whole number",
                "x24    | input_size = x24: must be a whole number",
                "1x2x3  | input_size = 1x2x3: must be a whole number",
                "-8     | input_size = -8: must be a whole number",
                "4      | input_size = 4: must be from 8 to 512. Maybe 8?",
                "4x900  | input_size = 4x900: must be from 8 to 512. Maybe 8x512?",
                "16x7   | input_size = 16x7: must be from 8 to 512. Maybe 16x8?"
            })
    void otherSizesAreRefusedWithTheReason(String text, String message) {
        assertThatThrownBy(() -> InputSize.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (var text : List.of("32", "24x48", "512x8")) {
            assertThat(InputSize.parse(text)).hasToString(text);
        }
        assertThat(InputSize.parse(" 24 X 48 ")).isEqualTo(new InputSize.Asked(24, 48));
        assertThat(InputSize.parse("32x32")).isEqualTo(new InputSize.Asked(32)).hasToString("32");
    }
}
