package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignedRanksTest {
    @Test
    void theProbabilityIsThatOfAllThrowsOfTheCoins() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int n = 1 + round % 9;
            // Few values, so that ties and zeros come often.
            var differences = random.ints(n, -3, 5).asDoubleStream().toArray();
            assertThat(SignedRanks.probability(differences)).isCloseTo(byCounting(differences), within(1e-12));
        }
    }

    private static double byCounting(double[] differences) {
        double seen = sumAbove(differences);
        int n = differences.length;
        int asLarge = 0;
        for (int throwing = 0; throwing < 1 << n; throwing++) {
            var thrown = new double[n];
            for (int i = 0; i < n; i++) {
                thrown[i] = (throwing >> i & 1) == 1 ? Math.abs(differences[i]) : -Math.abs(differences[i]);
            }
            asLarge += sumAbove(thrown) >= seen - 1e-9 ? 1 : 0;
        }
        return asLarge / (double) (1 << n);
    }

    /** By the definition: a rank is the number of smaller ones, and half of the equal ones; a zero counts half. */
    private static double sumAbove(double[] differences) {
        double sum = 0;
        for (double mine : differences) {
            double smaller = Arrays.stream(differences)
                    .filter(other -> Math.abs(other) < Math.abs(mine))
                    .count();
            double equal = Arrays.stream(differences)
                    .filter(other -> Math.abs(other) == Math.abs(mine))
                    .count();
            double rank = smaller + (equal + 1) / 2;
            sum += mine > 0 ? rank : mine == 0 ? rank / 2 : 0;
        }
        return sum;
    }

    @Test
    void manyPairsAreJudgedByTheNormalDistributionWithTheSameResult() {
        var random = new SplittableRandom(4);
        for (int round = 0; round < 50; round++) {
            var fifty = random.doubles(50, -1, 1.3).toArray();
            var more = Arrays.copyOf(fifty, 51);
            more[50] = 1e-9;
            assertThat(SignedRanks.probability(more)).isCloseTo(SignedRanks.probability(fifty), within(0.025));
        }
    }
}
