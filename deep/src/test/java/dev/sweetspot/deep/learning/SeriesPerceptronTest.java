package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series as a perceptron sees them, and averages of networks for series. */
class SeriesPerceptronTest {
    @TempDir
    Path home;

    /** Waves that rise first or fall first, all of so many steps, or of one more in every second series. */
    private SplitData series(int length, boolean even) throws IOException {
        var random = new SplittableRandom(6);
        var lines = new ArrayList<>(List.of("series,step,x,y,label"));
        for (int i = 0; i < 60; i++) {
            int steps = length + (even ? 0 : i % 2);
            int sign = random.nextBoolean() ? 1 : -1;
            for (int step = 0; step < steps; step++) {
                double x = sign * Math.sin(2 * Math.PI * step / length) + 0.3 * random.nextGaussian();
                lines.add("s" + i + "," + step + "," + x + "," + random.nextGaussian() + ","
                        + (sign > 0 ? "rises" : "falls"));
            }
        }
        var file = Files.write(home.resolve(length + "-" + even + ".csv"), lines);
        return new DataSource(file, Optional.empty(), InputSize.ofData(), new DataSource.Split(5))
                .load(1, Progress.SILENT, SplitData::of);
    }

    private static NetworkLearning learning(SplitData data, String family) {
        var whole = data.space(Families.able(data.size().input()));
        return new NetworkLearning(
                data, Restriction.fix(whole, whole, "family", family), Fidelity.epochs(5), Precision.FLOAT32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "lstm", "cnn1d"})
    void itsFileSaysTheSameOfAllSeries(String family) throws Exception {
        var learning = learning(series(12, true), family);
        var file = home.resolve("model");
        var configuration =
                Encoding.of(learning.space()).defaults().orElseThrow().with(EnsembleParameters.MEMBERS, 2);
        var pace = new Pace(20, Long.MAX_VALUE, (done, planned) -> {});
        try (var model = learning.fit(configuration, 3, 1, pace)) {
            model.save(file);
            var all = IntStream.range(0, learning.data().size()).toArray();
            var said = (ClassProbabilities) model.predict(all);
            try (var loaded = SavedModel.load(file)) {
                var again = (ClassProbabilities) loaded.predict(learning.data());
                assertThat(again.probabilities()).isDeepEqualTo(said.probabilities());
            }
            var test = learning.parts().test();
            long right = IntStream.of(test)
                    .filter(i -> said.classNames().get(said.predicted(i)).equals(label(learning, i)))
                    .count();
            assertThat(right).as("of " + test.length).isGreaterThanOrEqualTo(test.length - 2);
        }
    }

    private static String label(NetworkLearning learning, int item) {
        var classes = (Task.Classification) learning.data().task();
        return classes.classNames().get(classes.label(item));
    }

    @Test
    void aPerceptronRefusesSeriesOfAnotherLengthAndNamesTheFirst() throws Exception {
        var learning = learning(series(12, true), "mlp");
        var file = home.resolve("model");
        var configuration = Encoding.of(learning.space()).defaults().orElseThrow();
        try (var model = learning.fit(configuration, 3, 1, new Pace(1, Long.MAX_VALUE, (done, planned) -> {}))) {
            model.save(file);
        }
        try (var loaded = SavedModel.load(file)) {
            var other = series(12, false).set();
            assertThatThrownBy(() -> loaded.predict(other))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("s1")
                    .hasMessageContaining("must have 12 steps")
                    .hasMessageContaining("has 13");
        }
    }

    @Test
    void seriesOfDifferentLengthsAreForOtherFamilies() throws IOException {
        var even = series(12, true);
        var uneven = series(12, false);
        assertThat(Restriction.labels(
                        even.space(Families.installed()).find("family").orElseThrow()))
                .containsExactly("cnn1d", "gru", "lstm", "mlp");
        assertThat(Restriction.labels(
                        uneven.space(Families.installed()).find("family").orElseThrow()))
                .containsExactly("cnn1d", "gru", "lstm");
    }
}
