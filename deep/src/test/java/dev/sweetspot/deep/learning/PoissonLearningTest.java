package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoissonLearningTest {
    @TempDir
    Path home;

    /** Counts at a rate of 100 exp(x), up to their standard deviation on either side. */
    private SplitData counts(double lowest) throws IOException {
        var random = new SplittableRandom(1);
        var text = new StringBuilder("x,cells\n");
        for (int i = 0; i < 400; i++) {
            double x = 2 * random.nextDouble() - 1;
            double rate = 100 * Math.exp(x);
            text.append(x).append(',').append(Math.round(rate + Math.sqrt(rate) * (2 * random.nextDouble() - 1)));
            text.append('\n');
        }
        for (int i = 0; i < 5; i++) {
            text.append("0,").append(lowest).append('\n');
        }
        var file = Files.writeString(home.resolve("counts.csv"), text);
        return new DataSource(file, Optional.empty(), InputSize.ofData(), new DataSource.Split(1))
                .load(1, Progress.SILENT, SplitData::of);
    }

    private static Configuration poisson(SplitData split) {
        var whole = split.space(Families.named(List.of("mlp")));
        var space = whole;
        for (var each : Map.of("loss", "poisson", "optimizer", "adam", "learning_rate", "0.01", "batch_size", "32")
                .entrySet()) {
            space = Restriction.fix(space, whole, each.getKey(), each.getValue());
        }
        return Encoding.of(space).defaults().orElseThrow();
    }

    @Test
    void countsArePredictedInTheirUnitAndAboveZero() throws Exception {
        var split = counts(0);
        assertThat(split.set().task().kind()).isEqualTo(Task.Kind.REGRESSION);
        var learner = new NetworkLearning(
                split, split.space(Families.named(List.of("mlp"))), Fidelity.epochs(30), Precision.FLOAT32);
        try (var model = learner.fit(poisson(split), 1, 1, new Pace(30, Long.MAX_VALUE, (done, planned) -> {}))) {
            var test = split.parts().test();
            var values = ((PredictedValues) model.predict(test)).values();
            var task = (Task.Regression) split.set().task();
            double mean =
                    Arrays.stream(test).mapToDouble(task::target).average().orElseThrow();

            assertThat(values).hasSizeGreaterThan(50);
            assertThat(Arrays.stream(values).min().orElseThrow()).isPositive();
            assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(mean, withPercentage(10));

            var file = home.resolve("model.sweetspot");
            model.save(file);
            try (var saved = SavedModel.load(file)) {
                var again = ((PredictedValues) saved.predict(split.set())).values();
                for (int i = 0; i < test.length; i++) {
                    assertThat(again[test[i]]).isEqualTo(values[i]);
                }
            }
        }
    }

    @Test
    void negativeNumbersAreNoCounts() throws Exception {
        var split = counts(-3);
        assertThatThrownBy(() -> split.require(poisson(split)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "loss = poisson: is for counts, and the target cells is -3.0 in an item, below 0");
    }
}
