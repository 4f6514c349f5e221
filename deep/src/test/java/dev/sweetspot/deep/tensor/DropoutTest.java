package dev.sweetspot.deep.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DropoutTest {
    private static final int COUNT = 100_000;

    private static float[] dropped(ElementType type, double rate, long seed) {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var x = Tensor.zeros(ElementType.FLOAT32, COUNT);
            x.setAll(1);
            return Operations.dropout(x.as(type), rate, new Draws(seed))
                    .as(ElementType.FLOAT32)
                    .floats();
        }
    }

    /** A share of 100,000 draws has a deviation of 0.0015: six of them leave an error once in 500 million runs. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "BFLOAT16"})
    void theGivenShareIsDroppedAndTheRestMakesUpForIt(ElementType type) {
        for (double rate : new double[] {0.1, 0.5, 0.7}) {
            int zeros = 0;
            double farthest = 0;
            for (float value : dropped(type, rate, 5)) {
                zeros += value == 0 ? 1 : 0;
                farthest = Math.max(farthest, value == 0 ? 0 : Math.abs(value * (1 - rate) - 1));
            }
            // Eight bits of precision in the shorter type.
            assertThat(farthest).as("what is left, from 1 / (1 - rate)").isLessThanOrEqualTo(0.004);
            assertThat(zeros / (double) COUNT).isCloseTo(rate, Offset.offset(0.009));
        }
    }

    @Test
    void theMaskFollowsFromTheSeed() {
        assertThat(dropped(ElementType.FLOAT32, 0.3, 7)).isEqualTo(dropped(ElementType.FLOAT32, 0.3, 7));
        assertThat(Arrays.equals(dropped(ElementType.FLOAT32, 0.3, 7), dropped(ElementType.FLOAT32, 0.3, 8)))
                .isFalse();
    }

    @Test
    void neighboursAreDroppedIndependently() {
        var values = dropped(ElementType.FLOAT32, 0.5, 9);
        for (int distance : new int[] {1, 2, 3, 4, 64}) {
            int both = 0;
            for (int i = distance; i < COUNT; i++) {
                both += values[i] == 0 && values[i - distance] == 0 ? 1 : 0;
            }
            assertThat(both / (double) COUNT).isCloseTo(0.25, Offset.offset(0.012));
        }
    }
}
