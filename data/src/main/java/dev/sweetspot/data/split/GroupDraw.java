package dev.sweetspot.data.split;

import dev.sweetspot.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Shares groups out among parts, each group whole, so that every part comes as near as can be to its share of each stratum:
 * the largest groups first, each to the part that it brings nearer (the way of scikit-learn's StratifiedGroupKFold).
 */
final class GroupDraw {
    private final double[] shares;
    private final Strata strata;
    private final double[] totals;
    private final double[][] had;

    private GroupDraw(double[] shares, Strata strata, double[] totals) {
        this.shares = shares;
        this.strata = strata;
        this.totals = totals;
        this.had = new double[shares.length][totals.length];
    }

    /**
     * Draws.
     *
     * @param items to be shared out
     * @param shares of the parts, their sum is 1; a part with the share 0 gets nothing
     * @param random decides among groups of one size
     * @return the items of each part
     */
    static List<List<Integer>> draw(
            List<Integer> items, Groups groups, Strata strata, double[] shares, RandomGenerator random) {
        var members = new LinkedHashMap<Integer, List<Integer>>();
        var totals = new double[strata.count()];
        for (int item : items) {
            members.computeIfAbsent(groups.of(item), group -> new ArrayList<>()).add(item);
            totals[strata.of(item)]++;
        }
        var order = new ArrayList<>(members.values());
        Shuffled.shuffle(order, random);
        order.sort(Comparator.comparingInt((List<Integer> group) -> -group.size()));
        var draw = new GroupDraw(shares, strata, totals);
        var parts = new ArrayList<List<Integer>>();
        Arrays.stream(shares).forEach(share -> parts.add(new ArrayList<>()));
        int left = order.size();
        for (var group : order) {
            parts.get(draw.place(group, parts, left--)).addAll(group);
        }
        return parts;
    }

    /** Where a group goes; as long as a part is empty and groups run out, there. */
    private int place(List<Integer> group, List<List<Integer>> parts, int left) {
        long empty = IntStream.range(0, shares.length)
                .filter(part -> shares[part] > 0 && parts.get(part).isEmpty())
                .count();
        var counts = new double[totals.length];
        group.forEach(item -> counts[strata.of(item)]++);
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int part = 0; part < shares.length; part++) {
            if (shares[part] > 0 && (empty < left || parts.get(part).isEmpty())) {
                double change = change(part, counts);
                if (change < least) {
                    least = change;
                    best = part;
                }
            }
        }
        for (int s = 0; s < counts.length; s++) {
            had[best][s] += counts[s];
        }
        return best;
    }

    /** By how much the squared distances from the shares grow, were the group put there. */
    private double change(int part, double[] counts) {
        double change = 0;
        for (int s = 0; s < counts.length; s++) {
            if (totals[s] > 0) {
                double before = had[part][s] / totals[s] - shares[part];
                double after = before + counts[s] / totals[s];
                change += (after * after - before * before) / shares[part];
            }
        }
        return change;
    }
}
