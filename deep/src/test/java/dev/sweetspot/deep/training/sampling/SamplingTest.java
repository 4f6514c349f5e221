package dev.sweetspot.deep.training.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of an epoch, counted. Examples are numbered from 100 on; 400 of class 0, 150 of class 1, 45 of 2 and 5 of 4. */
class SamplingTest {
    private static final int[] SIZES = {400, 150, 45, 0, 5};
    private static final int ALL = 600;
    private static final int[] EXAMPLES = IntStream.range(100, 700).toArray();
    private static final int[] CLASSES = IntStream.range(0, SIZES.length)
            .flatMap(c -> IntStream.generate(() -> c).limit(SIZES[c]))
            .toArray();

    private static int[] order(Sampling sampling, long seed) {
        return sampling.order(EXAMPLES, CLASSES, new SplittableRandom(seed));
    }

    private static int[] counts(int[] order, int from, int to) {
        var counts = new int[SIZES.length];
        for (int i = from; i < to; i++) {
            counts[CLASSES[order[i] - 100]]++;
        }
        return counts;
    }

    private static int[] sorted(int[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    @Test
    void sequentialIsTheOrderOfTheData() {
        assertThat(order(new Sequential(), 1)).containsExactly(EXAMPLES);
    }

    @Test
    void shuffledHasEveryExampleOnceInAnotherOrderEachTime() {
        var order = order(new Shuffled(), 1);
        assertThat(sorted(order)).containsExactly(EXAMPLES);
        assertThat(order).isNotEqualTo(EXAMPLES).isNotEqualTo(order(new Shuffled(), 2));
        assertThat(order(new Shuffled(), 1)).containsExactly(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 64, 100})
    void everyStratifiedBatchHasEachClassInItsShare(int batch) {
        var order = order(new Stratified(), 3);
        assertThat(sorted(order)).containsExactly(EXAMPLES);
        assertThat(order).isNotEqualTo(order(new Stratified(), 4));
        for (int start = 0; start + batch <= ALL; start += batch) {
            var counts = counts(order, start, start + batch);
            for (int c = 0; c < SIZES.length; c++) {
                assertThat((double) counts[c]).isCloseTo((double) batch * SIZES[c] / ALL, offset(1.5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 64, 100})
    void everyBalancedBatchHasAllClassesAlike(int batch) {
        var order = order(new Balanced(), 5);
        assertThat(order).hasSize(ALL);
        for (int start = 0; start + batch <= ALL; start += batch) {
            var counts = counts(order, start, start + batch);
            for (int c : new int[] {0, 1, 2, 4}) {
                assertThat((double) counts[c]).isCloseTo(batch / 4.0, offset(1.0));
            }
        }
        // 150 of each: the 150 of class 1 once each, the 5 of class 4 thirty times each.
        assertThat(counts(order, 0, ALL)).containsExactly(150, 150, 150, 0, 150);
        assertThat(Arrays.stream(order).filter(i -> i >= 500 && i < 650).distinct())
                .hasSize(150);
        for (int rare = 695; rare < 700; rare++) {
            int wanted = rare;
            assertThat(Arrays.stream(order).filter(i -> i == wanted)).hasSize(30);
        }
    }

    @Test
    void balancedWeightsLetAllClassesCountAlikeAndAreOneInTheMean() {
        var weights = ClassWeights.BALANCED.of(SIZES);
        for (int c : new int[] {0, 1, 2, 4}) {
            assertThat((double) weights[c]).isCloseTo(600.0 / (4 * SIZES[c]), offset(1e-4));
        }
        double sum = IntStream.range(0, SIZES.length)
                .mapToDouble(c -> (double) weights[c] * SIZES[c])
                .sum();
        assertThat(sum / ALL).isCloseTo(1, offset(1e-6));
        assertThat(ClassWeights.NONE.of(SIZES)).containsOnly(1);
    }
}
