package dev.sweetspot.insight.importance;

import dev.sweetspot.math.distribution.Normal;
import java.util.HashSet;
import java.util.Set;

/**
 * Which components are seen: those that foretell configurations which were kept from the model better than without them, by
 * more than chance would in one of twenty studies in any of the parameters, or in any of the pairs (Bonferroni).
 *
 * @param mains the parameters that are
 * @param pairs the pairs that are
 */
record Seen(Set<Integer> mains, Set<Integer> pairs) {
    private static final double CHANCE = 0.05;

    /** Keeps copies. */
    Seen {
        mains = Set.copyOf(mains);
        pairs = Set.copyOf(pairs);
    }

    /**
     * Those that are.
     *
     * @param certainties of the parameters, then of the named pairs, in standard errors
     */
    static Seen of(double[] certainties, int parameters, int allPairs, int[] named) {
        double limit = Normal.quantile(1 - CHANCE / parameters);
        var mains = new HashSet<Integer>();
        for (int c = 0; c < parameters; c++) {
            if (certainties[c] > limit) {
                mains.add(c);
            }
        }
        double limitOfPairs = Normal.quantile(1 - CHANCE / Math.max(1, allPairs));
        var pairs = new HashSet<Integer>();
        for (int k = 0; k < named.length; k++) {
            if (certainties[parameters + k] > limitOfPairs) {
                pairs.add(named[k]);
            }
        }
        return new Seen(mains, pairs);
    }

    boolean main(int column) {
        return mains.contains(column);
    }

    boolean pair(int index) {
        return pairs.contains(index);
    }
}
