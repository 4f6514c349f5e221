package dev.sweetspot.schedulers;

import dev.sweetspot.math.distribution.Normal;
import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test (1945): whether differences of pairs lie above zero. The null distribution is exact for the
 * ranks at hand, ties included, up to {@value #EXACT} pairs, and normal beyond. A pair without a difference counts half
 * for either side (scipy's "zsplit").
 */
final class SignedRanks {
    private static final int EXACT = 50;

    private SignedRanks() {}

    /** The probability of a sum of ranks above zero as large as this or larger, if signs were those of a fair coin. */
    static double probability(double[] differences) {
        int n = differences.length;
        if (n == 0) {
            return 1;
        }
        var order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, two) -> Double.compare(Math.abs(differences[one]), Math.abs(differences[two])));
        // Twice the mean rank of equals, so that it is a whole number.
        var ranks = new int[n];
        for (int i = 0; i < n; ) {
            int j = i;
            while (j < n && Math.abs(differences[order[j]]) == Math.abs(differences[order[i]])) {
                j++;
            }
            for (int k = i; k < j; k++) {
                ranks[order[k]] = i + 1 + j;
            }
            i = j;
        }
        double above = 0;
        var signed = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (differences[i] != 0) {
                signed[count++] = ranks[i];
                above += differences[i] > 0 ? ranks[i] : 0;
            }
        }
        // What is split between the sides is there on any throw of the coins.
        return count <= EXACT
                ? exact(Arrays.copyOf(signed, count), above)
                : normal(Arrays.copyOf(signed, count), above);
    }

    private static double exact(int[] ranks, double sum) {
        int most = Arrays.stream(ranks).sum();
        var chances = new double[most + 1];
        chances[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            reached += rank;
            for (int total = reached; total >= 0; total--) {
                chances[total] = (chances[total] + (total >= rank ? chances[total - rank] : 0)) / 2;
            }
        }
        double tail = 0;
        for (int total = (int) Math.ceil(sum); total <= most; total++) {
            tail += chances[total];
        }
        return Math.min(1, tail);
    }

    private static double normal(int[] ranks, double sum) {
        double mean = Arrays.stream(ranks).sum() / 2.0;
        double variance =
                Arrays.stream(ranks).mapToDouble(rank -> rank * (double) rank).sum() / 4;
        return Normal.probability((mean - sum) / Math.sqrt(variance));
    }
}
