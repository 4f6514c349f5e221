package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examples themselves change of what is tried, and how people learn of it. */
@Tag("once")
class HintsOfDataTest {
    @TempDir
    Path home;

    private Path table() throws IOException {
        var random = new SplittableRandom(2);
        var lines = new ArrayList<>(List.of("a,b,kind"));
        for (int i = 0; i < 110; i++) {
            lines.add(random.nextGaussian() + "," + random.nextGaussian() + "," + (i < 10 ? "sick" : "healthy"));
        }
        return Files.write(home.resolve("data.csv"), lines);
    }

    private Ran tune(Path data, Object... flags) {
        var words = new ArrayList<Object>(List.of("tune", data, "--trials", 1, "--threads", 1));
        words.addAll(List.of("--set", "epochs=1", "--store", home.resolve("store.db"), "--out", home.resolve("out")));
        words.addAll(List.of(flags));
        var ran = Ran.of(words.toArray());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void thatWeightsOfClassesAreSearchedForRareClassesIsSaid() throws IOException {
        assertThat(tune(table(), "--name", "rare").err())
                .containsPattern("Of healthy there are 1\\d times as many rows to learn from as of sick")
                .contains("class_weights: none or balanced");
        assertThat(Ran.of("show", "rare", "--store", home.resolve("store.db"), "--json")
                        .out())
                .contains("class_weights");
        assertThat(Ran.of("explain", "class_weights").out())
                .contains("searches none or balanced where one class has more than 4 times the items of another");
    }

    /** A bar with a bowl to its right, and the same mirrored: b and d. */
    private Path letters() throws IOException {
        var random = new SplittableRandom(3);
        for (var name : List.of("b", "d")) {
            var folder = Files.createDirectories(home.resolve("letters").resolve(name));
            for (int i = 0; i < 60; i++) {
                var image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
                int shift = random.nextInt(3);
                for (int y = 0; y < 16; y++) {
                    for (int x = 0; x < 16; x++) {
                        int column = name.equals("b") ? x - shift : 15 - x - shift;
                        boolean ink = (column >= 1 && column < 4) || (column >= 1 && column < 13 && y > 7);
                        image.getRaster().setSample(x, y, 0, random.nextInt(60) + (ink ? 150 : 0));
                    }
                }
                ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
            }
        }
        return home.resolve("letters");
    }

    @Test
    void thatNothingIsMirroredWhereItWouldChangeClassesIsSaidByTuneAndTrain() throws IOException {
        var data = letters();
        var text = "Images are not mirrored while training, because they would look like other classes";

        assertThat(tune(data, "--set", "family=mlp").err()).contains(text);
        var store = home.resolve("by-hand.db");
        var byHand =
                List.of("train", data, "--set", "family=mlp", "--set", "epochs=1", "--threads", 1, "--store", store);
        var ran = Ran.of(byHand.toArray());
        assertThat(ran.err()).contains(text);
        var asked = new ArrayList<Object>(byHand);
        asked.addAll(List.of("--set", "augmentation.flip=horizontal"));
        assertThat(Ran.of(asked.toArray()).err()).doesNotContain(text);
        assertThat(Ran.of("explain", "augmentation.flip").out())
                .contains("mirrors nothing by default where mirrored images look like other classes");
    }

    @Test
    void whatAPersonSaidOfThemIsDoneAndNothingElseIsSaid() throws IOException {
        assertThat(tune(table(), "--set", "class_weights=none").err()).doesNotContain("times as many");
    }
}
