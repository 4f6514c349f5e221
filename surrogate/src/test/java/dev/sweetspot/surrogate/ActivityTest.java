package dev.sweetspot.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleSpaces;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static SearchSpace manyParents() {
        var layers = Parameter.integer("layers", 2, 40).withStep(2);
        var batch = Parameter.ordinal("batch", 16, 32, 64);
        var flip = Parameter.bool("flip");
        return SearchSpace.of(layers, batch, flip)
                .with(Parameter.real("x", 0, 1), Condition.when(layers, 4, 38), Condition.when(batch, 16, 64))
                .with(Parameter.integer("units", 1, 500).logarithmic(), Condition.when(flip, true));
    }

    @Test
    void settledPointsAreThoseThatTheEncodingGivesBack() {
        var spaces =
                new ArrayList<SearchSpace>(List.of(manyParents(), SampleSpaces.mixed(), SampleSpaces.conditional()));
        for (var space : spaces) {
            var encoding = Encoding.of(space);
            var activity = Activity.of(space);
            var random = new SplittableRandom(1);
            for (int i = 0; i < 2_000; i++) {
                var full = random.doubles(encoding.dimensions()).toArray();
                var expected = encoding.encode(encoding.decode(full).orElseThrow());

                assertThat(activity.settle(full)).containsExactly(expected, Offset.offset(1e-12));
            }
        }
    }

    @Test
    void feasiblePointsKeepRelations() {
        for (var space : List.of(SampleSpaces.ordered(), SampleSpaces.shares(), SampleSpaces.finite())) {
            var encoding = Encoding.of(space);
            var activity = Activity.of(space);
            var random = new SplittableRandom(2);
            for (int i = 0; i < 50; i++) {
                var point =
                        activity.feasible(random.doubles(encoding.dimensions()).toArray(), random);

                assertThat(encoding.repair(point.orElseThrow(), random)).isPresent();
                assertThat(encoding.feasible(
                                encoding.repair(point.get(), random).orElseThrow()))
                        .isTrue();
            }
        }
    }

    @Test
    void whereNothingIsFeasibleThereIsNoPoint() {
        assertThat(Activity.of(SampleSpaces.empty()).feasible(new double[] {0.5, 0.5}, new SplittableRandom(3)))
                .isEmpty();
    }
}
