package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.math.distribution.RankCorrelation;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which parameters are looked at first: those by whose values the ranks of a number differ most, each parameter by itself. The
 * share of the variance of the ranks that lies between groups of like values (the correlation ratio, Pearson 1905), less what as
 * many groups would have by chance. It costs next to nothing, and serves to choose what is drawn where not everything can be.
 */
final class Order {
    private static final int GROUPS = 8;

    private Order() {}

    /**
     * All parameters of a study that leave anything to choose, the one that tells most first.
     *
     * @param number of a trial; not finite where it has none
     */
    static List<Parameter<?>> of(Studied studied, ToDoubleFunction<Trial> number) {
        var trials = studied.history().trials().stream()
                .filter(trial -> Double.isFinite(number.applyAsDouble(trial)))
                .toList();
        var ranks = RankCorrelation.ranks(trials.stream().mapToDouble(number).toArray());
        var parameters = studied.space().parameters();
        var columns = Column.of(studied.space());
        var points = points(studied, trials);
        var shares = new double[parameters.size()];
        for (int c = 0; c < shares.length; c++) {
            shares[c] = share(groups(columns.get(c), points, c), ranks);
        }
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -shares[c]))
                .<Parameter<?>>map(parameters::get)
                .filter(Openness::isOpen)
                .toList();
    }

    private static List<double[]> points(Studied studied, List<Trial> trials) {
        var encoding = Encoding.of(studied.space());
        return trials.stream()
                .map(trial -> encoding.encode(trial.configuration()))
                .toList();
    }

    /** The group of each trial: a value or a stretch of the range, and one more for those in which it is not active. */
    private static int[] groups(Column column, List<double[]> points, int c) {
        return points.stream()
                .mapToInt(point -> {
                    double at = point[c];
                    if (Double.isNaN(at)) {
                        return 0;
                    }
                    boolean few =
                            column instanceof Column.Categories || (column.count() > 0 && column.count() <= GROUPS);
                    return 1 + (few ? column.index(at) : (int) Math.min(GROUPS - 1, Math.floor(at * GROUPS)));
                })
                .toArray();
    }

    private static double share(int[] groups, double[] ranks) {
        int n = ranks.length;
        var sums = new double[Arrays.stream(groups).max().orElse(0) + 1];
        var counts = new int[sums.length];
        double middle = (n - 1) / 2.0;
        double all = 0;
        for (int i = 0; i < n; i++) {
            double off = ranks[i] - middle;
            sums[groups[i]] += off;
            counts[groups[i]]++;
            all += off * off;
        }
        var met = new ArrayList<Integer>();
        double between = 0;
        for (int g = 0; g < sums.length; g++) {
            if (counts[g] > 0) {
                met.add(g);
                between += sums[g] * sums[g] / counts[g];
            }
        }
        if (!(all > 0) || met.size() < 2 || n <= met.size()) {
            return Double.NEGATIVE_INFINITY;
        }
        return (between - (met.size() - 1) * (all - between) / (n - met.size())) / all;
    }
}
