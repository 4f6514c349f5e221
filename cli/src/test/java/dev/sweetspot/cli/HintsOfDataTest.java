package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the examples themselves change of what is tried, and how people learn of it. */
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

    @Test
    void whatAPersonSaidOfThemIsDoneAndNothingElseIsSaid() throws IOException {
        assertThat(tune(table(), "--set", "class_weights=none").err()).doesNotContain("times as many");
    }
}
