package dev.sweetspot.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Summary;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shipped can be read, and is what its page says. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void theTableOfWinesIsRead() {
        var loaded = DataSets.open(SAMPLES.resolve("wine.csv"), Optional.empty(), LoadOptions.automatic(1));
        assertThat(loaded.skipped()).isEmpty();
        assertThat(Summary.of(loaded))
                .isEqualTo(
                        "178 rows. They have 13 columns of numbers. Nothing is missing. To be predicted: one of 3 classes,"
                                + " class_0 59, class_1 71, class_2 48.");
    }

    @Test
    void theSpokenVowelsAreRead() {
        var loaded = DataSets.open(
                SAMPLES.resolve("japanese-vowels-train.csv.gz"),
                Optional.of(SAMPLES.resolve("japanese-vowels-test.csv.gz")),
                LoadOptions.automatic(1));
        assertThat(Summary.of(loaded))
                .startsWith("640 series, 370 of them the given test part. Each has 7 to 29 steps of 12 channels. To be"
                        + " predicted: one of 9 classes,");
    }
}
