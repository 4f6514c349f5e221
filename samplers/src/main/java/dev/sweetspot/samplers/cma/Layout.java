package dev.sweetspot.samplers.cma;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.math.sequence.Halton;
import dev.sweetspot.math.sequence.Sequence;
import dev.sweetspot.math.sequence.Sobol;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which coordinates of the unit cube the normal distribution moves, and which the categorical one. Numbers and ordered
 * values are numeric, those with few values with a margin; unordered ones are categories; constants are neither.
 */
final class Layout {
    /** A bin of a hundredth is passed over by steps of the usual size. */
    private static final int MOST_COUNTED = 100;

    private static final int RETRIES = 20;

    private final List<Column> columns;
    private final List<Integer> numeric = new ArrayList<>();
    private final List<Integer> unordered = new ArrayList<>();

    Layout(SearchSpace space) {
        columns = Column.of(space);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).count() != 1) {
                (columns.get(i) instanceof Column.Categories ? unordered : numeric).add(i);
            }
        }
    }

    int numbers() {
        return numeric.size();
    }

    int coordinates() {
        return numeric.size() + unordered.size();
    }

    Column column(int k) {
        return columns.get(numeric.get(k));
    }

    boolean isCounted(int k) {
        int count = column(k).count();
        return count > 0 && count <= MOST_COUNTED;
    }

    int[] choiceCounts() {
        return unordered.stream().mapToInt(i -> columns.get(i).count()).toArray();
    }

    /** The numeric coordinates of a point, 0.5 for those that are not active. */
    double[] numeric(double[] point) {
        var x = new double[numbers()];
        for (int k = 0; k < x.length; k++) {
            double coordinate = point[numeric.get(k)];
            x[k] = Double.isNaN(coordinate) ? 0.5 : coordinate;
        }
        return x;
    }

    /** Where a restart begins. */
    double[] restart(int count, long seed) {
        Sequence sequence = numbers() <= Sobol.MOST_DIMENSIONS
                ? Sobol.scrambled(numbers(), seed + 1)
                : Halton.scrambled(numbers(), seed + 1);
        return sequence.point(count);
    }

    /**
     * What the normal distribution may have drawn for a trial. Of a counted value only the bin is known, of an inactive one
     * nothing: there the number is drawn again from what the distribution has in that bin, or has at all, so that what is
     * not known moves nothing but by chance.
     *
     * @param lots a number from 0 to 1 for each coordinate
     */
    double[] latent(Observation observation, Gaussian gaussian, double[] lots) {
        var x = new double[numbers()];
        for (int k = 0; k < x.length; k++) {
            double coordinate = observation.point()[numeric.get(k)];
            if (Double.isNaN(coordinate)) {
                x[k] = within(gaussian, k, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, lots[k]);
            } else if (isCounted(k)) {
                int own = column(k).index(coordinate);
                double low = own == 0 ? Double.NEGATIVE_INFINITY : column(k).low(own);
                double high = own == column(k).count() - 1
                        ? Double.POSITIVE_INFINITY
                        : column(k).high(own);
                x[k] = within(gaussian, k, low, high, lots[k]);
            } else {
                x[k] = coordinate;
            }
        }
        return x;
    }

    private static double within(Gaussian gaussian, int k, double low, double high, double lot) {
        double mean = gaussian.mean[k];
        double deviation = gaussian.deviation(k);
        double below = Normal.probability((low - mean) / deviation);
        double upTo = Normal.probability((high - mean) / deviation);
        double probability = Math.max(1e-15, Math.min(1 - 1e-15, below + lot * (upTo - below)));
        double value = mean + deviation * Normal.quantile(probability);
        return Math.max(low, Math.min(high, value));
    }

    /** The choice of each unordered parameter, -1 for one that is not active. */
    int[] choices(Observation observation) {
        var choices = new int[unordered.size()];
        for (int k = 0; k < choices.length; k++) {
            double coordinate = observation.point()[unordered.get(k)];
            choices[k] = Double.isNaN(coordinate)
                    ? -1
                    : columns.get(unordered.get(k)).index(coordinate);
        }
        return choices;
    }

    /** A draw of both; what leaves the cube is drawn again, at last mirrored. */
    double[] point(Gaussian gaussian, Categories categories, RandomGenerator random) {
        var point = new double[columns.size()];
        Arrays.fill(point, 0.5);
        var x = gaussian.draw(random);
        for (int i = 0; i < RETRIES && !isInside(x); i++) {
            x = gaussian.draw(random);
        }
        for (int k = 0; k < x.length; k++) {
            point[numeric.get(k)] = isCounted(k) ? Math.max(0, Math.min(1, x[k])) : mirrored(x[k]);
        }
        var choices = categories.draw(random);
        for (int k = 0; k < choices.length; k++) {
            int count = columns.get(unordered.get(k)).count();
            point[unordered.get(k)] = (choices[k] + 0.5) / count;
        }
        return point;
    }

    /** Counted values have no outside: their outer bins go on without end. */
    private boolean isInside(double[] x) {
        for (int k = 0; k < x.length; k++) {
            if (!isCounted(k) && !(x[k] >= 0 && x[k] <= 1)) {
                return false;
            }
        }
        return true;
    }

    private static double mirrored(double x) {
        double folded = Math.abs(x % 2);
        return folded > 1 ? 2 - folded : folded;
    }
}
