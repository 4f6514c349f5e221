package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.SampleImages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictCommandTest {
    @TempDir
    static Path home;

    private static Path data;
    private static Path result;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        data = SampleImages.write(home.resolve("data"), 30, 1);
        result = home.resolve("result");
        var ran = Ran.of(
                "tune",
                data,
                "--trials",
                1,
                "--set",
                "epochs=12",
                "--threads",
                2,
                "--store",
                home.resolve("store.db"),
                "--out",
                result);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        // Nothing but the file itself may be needed.
        model = Files.copy(
                result.resolve("model.sweetspot"),
                Files.createDirectories(home.resolve("elsewhere")).resolve("my model"));
    }

    /** The columns after the file's name, by that name. */
    private static Map<String, List<String>> table(Path csv, int skippedColumns) throws IOException {
        var rows = new HashMap<String, List<String>>();
        var lines = Files.readAllLines(csv);
        for (var line : lines.subList(1, lines.size())) {
            var cells = List.of(line.split(","));
            rows.put(
                    Path.of(cells.get(0)).getFileName() + " "
                            + Path.of(cells.get(0)).getParent().getFileName(),
                    cells.subList(1 + skippedColumns, cells.size()));
        }
        return rows;
    }

    private static List<String> testFiles() throws IOException {
        var files = new ArrayList<String>();
        for (var line : Files.readAllLines(result.resolve("predictions.csv"))) {
            if (!line.startsWith("file,")) {
                files.add(data.resolve(line.substring(0, line.indexOf(','))).toString());
            }
        }
        return files;
    }

    @Test
    void predictionsOfTheTestFilesAreThoseOfTheJob() throws IOException {
        var csv = home.resolve("again.csv");
        var arguments = new ArrayList<Object>(List.of("predict", model, "--csv", csv, "--quiet"));
        arguments.addAll(testFiles());
        var ran = Ran.of(arguments.toArray());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var job = table(result.resolve("predictions.csv"), 1);
        assertThat(job).hasSize(12);
        assertThat(table(csv, 0)).isEqualTo(job);
    }

    private static Path image(String name, int type, int side) throws IOException {
        var original = ImageIO.read(data.resolve("up/0.png").toFile());
        var copy = new BufferedImage(side, side, type);
        var graphics = copy.createGraphics();
        graphics.drawImage(original, 0, 0, side, side, null);
        graphics.dispose();
        var file = home.resolve(name);
        ImageIO.write(copy, "png", file.toFile());
        return file;
    }

    @Test
    void imagesOfOtherSizesChannelsAndDepthsArePredicted() throws IOException {
        var ran = Ran.of(
                "predict",
                model,
                "--json",
                image("large.png", BufferedImage.TYPE_INT_RGB, 64),
                image("grey.png", BufferedImage.TYPE_BYTE_GRAY, 16),
                image("deep.png", BufferedImage.TYPE_USHORT_GRAY, 16),
                image("alpha.png", BufferedImage.TYPE_INT_ARGB, 16));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        var lines = ran.out()
                .lines()
                .map(line -> Fields.of(Json.parse(line, "line")))
                .toList();
        assertThat(lines).hasSize(4);
        for (var line : lines) {
            assertThat(line.text("predicted")).isIn("up", "down");
            var probabilities = line.map("probabilities");
            assertThat(probabilities.number("up") + probabilities.number("down"))
                    .isBetween(0.999, 1.001);
        }
    }

    @Test
    void filesThatAreNoImagesAreNamedAndTheOthersPredicted() throws IOException {
        var broken = Files.writeString(home.resolve("broken.png"), "not an image");
        var csv = home.resolve("some.csv");
        var ran = Ran.of("predict", model, data.resolve("up/1.png"), broken, "--csv", csv);
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("skipped " + broken);
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(csv).content().startsWith("file,predicted,p(down),p(up)\n").hasLineCount(2);
    }

    @Test
    void withoutAnyImageItIsWrongInput() throws IOException {
        var broken = Files.writeString(home.resolve("alone.png"), "not an image");
        var csv = home.resolve("none.csv");
        var ran = Ran.of("predict", model, broken, "--csv", csv);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("alone.png").contains("Maybe ");
        assertThat(csv).doesNotExist();
        assertThat(Ran.of("predict", model, home.resolve("nowhere.png")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aModelThatIsNoneIsWrongInput() throws IOException {
        var cut = Files.write(home.resolve("cut"), Arrays.copyOf(Files.readAllBytes(model), 1000));
        for (var wrong : List.of(cut, home.resolve("nowhere"), data, data.resolve("up/0.png"))) {
            var ran = Ran.of("predict", wrong, data.resolve("up/0.png"));
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("model = " + wrong).contains("Maybe ");
        }
    }

    @Test
    void aTableThatCannotBeWrittenIsRefusedBeforeTheWork() {
        var ran = Ran.of("predict", model, data.resolve("up/0.png"), "--csv", home.resolve("no/such/folder.csv"));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--csv").contains("Maybe ");
    }
}
