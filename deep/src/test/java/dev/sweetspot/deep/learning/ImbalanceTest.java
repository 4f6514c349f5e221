package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImbalanceTest {
    private static final String NAME = "class_weights";

    @TempDir
    Path home;

    private SplitData table(int common, int rare) throws IOException {
        var random = new SplittableRandom(2);
        var lines = new ArrayList<>(List.of("a,b,kind"));
        for (int i = 0; i < common + rare; i++) {
            lines.add(random.nextGaussian() + "," + random.nextGaussian() + "," + (i < rare ? "sick" : "healthy"));
        }
        return new DataSource(
                        Files.write(home.resolve("data.csv"), lines),
                        Optional.empty(),
                        InputSize.ofData(),
                        new DataSource.Split(5))
                .load(2, Progress.SILENT, SplitData::of);
    }

    private static List<String> searched(SplitData data, String... fixed) {
        var whole = Hint.standards(
                data.hints(), data.space(Families.able(data.size().input())));
        SearchSpace asked = whole;
        for (var value : fixed) {
            asked = Restriction.fix(asked, whole, NAME, value);
        }
        var suggested = Suggested.ranges(asked, whole, data.hints());
        assertThat(Encoding.of(suggested).defaults().orElseThrow().values().get(NAME))
                .isEqualTo(fixed.length == 0 ? "none" : fixed[0]);
        return Restriction.labels(suggested.find(NAME).orElseThrow());
    }

    @Test
    void weightsOfClassesAreSearchedWhereOneClassHasMoreThanFourTimesTheItemsOfAnother() throws IOException {
        var data = table(500, 50);

        assertThat(data.hints()).singleElement().satisfies(hint -> {
            assertThat(hint.name()).isEqualTo(NAME);
            assertThat(hint.reason())
                    .isEqualTo(
                            "Of healthy there are 10 times as many rows to learn from as of sick: whether rare classes "
                                    + "should count more is searched too (class_weights: none or balanced).");
        });
        assertThat(searched(data)).containsExactly("none", "balanced");
        assertThat(new NetworkLearning(
                                data, data.space(Families.named(List.of("mlp"))), Fidelity.epochs(1), Precision.FLOAT32)
                        .objectives())
                .extracting(objective -> objective.name())
                .containsExactly("balanced_accuracy");
    }

    @Test
    void theyAreLeftAloneWhereClassesAreOfSimilarSizes() throws IOException {
        var data = table(400, 100);

        assertThat(data.hints()).isEmpty();
        assertThat(searched(data)).containsExactly("none");
    }

    @Test
    void whatAPersonSaidStays() throws IOException {
        assertThat(searched(table(500, 50), "balanced")).containsExactly("balanced");
    }
}
