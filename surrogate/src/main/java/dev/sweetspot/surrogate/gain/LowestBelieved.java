package dev.sweetspot.surrogate.gain;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.LossWarp;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The lowest loss that a Gaussian process thinks possible anywhere in the space: the lowest mean less three standard
 * deviations (Makarova et al. 2022, "Automatic termination for hyperparameter optimization", AutoML-Conf, section 3,
 * bound the regret so, and scale the deviation by theory).
 */
final class LowestBelieved {
    private static final double DEVIATIONS = 3;
    private static final int DRAWS = 500;
    private static final int ROUNDS = 4;
    private static final int LEADERS = 10;
    private static final int CHANGES = 20;
    private static final double FIRST_STEP = 0.2;
    private static final double SHRINK = 0.4;
    /** The process is conditioned on so many trials: half of them the best. */
    private static final int MOST = 150;

    private final Encoding encoding;
    private final Columns columns;
    private final GaussianProcess process;
    private final RandomGenerator random;

    private LowestBelieved(Encoding encoding, Columns columns, GaussianProcess process, RandomGenerator random) {
        this.encoding = encoding;
        this.columns = columns;
        this.process = process;
        this.random = random;
    }

    /**
     * The loss.
     *
     * @param points where trials were, in the unit cube, NaN where a parameter is not active
     * @param losses finite, one a point
     */
    static double of(Encoding encoding, Columns columns, double[][] points, double[] losses, RandomGenerator random) {
        var chosen = bestAndSpread(losses);
        var rows = Arrays.stream(chosen).mapToObj(i -> points[i]).toArray(double[][]::new);
        var values = Arrays.stream(chosen).mapToDouble(i -> losses[i]).toArray();
        var warp = LossWarp.of(values);
        var warped = Arrays.stream(values).map(warp::warp).toArray();
        var hyperparameters = HyperparameterSearch.usual().find(columns, rows, warped);
        var process = GaussianProcess.of(columns, rows, warped, hyperparameters);
        return warp.unwarp(new LowestBelieved(encoding, columns, process, random).search(rows));
    }

    /** The better half of what is wanted, and the rest evenly from all others. */
    private static int[] bestAndSpread(double[] losses) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < losses.length; i++) {
            order.add(i);
        }
        if (losses.length > MOST) {
            order.sort(Comparator.comparingDouble(i -> losses[i]));
            var others = new ArrayList<>(order.subList(MOST / 2, order.size()));
            order.subList(MOST / 2, order.size()).clear();
            others.sort(Comparator.naturalOrder());
            for (int k = 0; k < MOST - MOST / 2; k++) {
                order.add(others.get((int) ((long) k * others.size() / (MOST - MOST / 2))));
            }
            order.sort(Comparator.naturalOrder());
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static final class Place {
        private final double[] point;
        private final double value;

        Place(double[] point, double value) {
            this.point = point;
            this.value = value;
        }
    }

    /** Draws and trials, and then changes of the lowest in ever smaller steps. */
    private double search(double[][] tried) {
        var begin = new ArrayList<>(List.of(tried));
        for (int i = 0; i < DRAWS; i++) {
            encoding.draw(random).map(encoding::encode).ifPresent(begin::add);
        }
        var leaders = lowest(List.of(), begin);
        double step = FIRST_STEP;
        for (int round = 0; round < ROUNDS; round++) {
            var changed = new ArrayList<double[]>();
            for (var leader : leaders) {
                for (int i = 0; i < CHANGES; i++) {
                    changed(leader.point, step).ifPresent(changed::add);
                }
            }
            leaders = lowest(leaders, changed);
            step *= SHRINK;
        }
        return leaders.get(0).value;
    }

    private List<Place> lowest(List<Place> before, List<double[]> more) {
        var places = new ArrayList<>(before);
        var predictions = process.predict(more.toArray(double[][]::new));
        for (int i = 0; i < predictions.length; i++) {
            double value = predictions[i].mean() - DEVIATIONS * predictions[i].deviation();
            places.add(new Place(more.get(i), value));
        }
        places.sort(Comparator.comparingDouble(place -> place.value));
        return List.copyOf(places.subList(0, Math.min(LEADERS, places.size())));
    }

    private Optional<double[]> changed(double[] leader, double step) {
        double share = Math.max(1.5, leader.length * random.nextDouble()) / leader.length;
        var point = new double[leader.length];
        for (int i = 0; i < point.length; i++) {
            if (Double.isNaN(leader[i]) || (columns.named(i) && random.nextDouble() < 0.3 * share)) {
                point[i] = random.nextDouble();
            } else if (!columns.named(i) && random.nextDouble() < share) {
                point[i] = Math.max(0, Math.min(1, leader[i] + step * random.nextGaussian()));
            } else {
                point[i] = leader[i];
            }
        }
        return encoding.decode(point).or(() -> encoding.repair(point, random)).map(encoding::encode);
    }
}
