package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.distribution.RankCorrelation;
import dev.sweetspot.sampler.Memory;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.LossWarp;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import dev.sweetspot.surrogate.gp.Hyperparameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Fits Gaussian processes to rows of numbers. Hyperparameters are a function of the first rows alone, as many as the
 * largest size on a fixed schedule that there are: fitted again after each further row at first and more rarely later, and
 * kept in the memory in between.
 */
final class Models {
    /** Up to here hyperparameters are fitted after each row; they are cheap, and wrong until then. */
    private static final int EACH = 40;

    private static final double GROWTH = 1.06;
    /** Standard deviation of the logarithm of a length scale after some dozens of trials. */
    private static final double DOUBT = 0.4;
    /** Hyperparameters are learnt from so many rows: the cost grows with the cube, what is learnt hardly. */
    private static final int LEARNT_FROM = 150;
    /** Predictions are made from so many rows. */
    static final int CONDITIONED_ON = 400;

    private final Columns columns;
    private final boolean parts;
    private final Memory memory;
    private final RandomGenerator random;
    private final HyperparameterSearch prior;

    Models(Columns columns, boolean parts, Memory memory, RandomGenerator random) {
        this(columns, parts, memory, random, HyperparameterSearch.usual());
    }

    /** @param prior what is likely before any value is seen */
    Models(Columns columns, boolean parts, Memory memory, RandomGenerator random, HyperparameterSearch prior) {
        this.prior = prior;
        this.columns = columns;
        this.parts = parts;
        this.memory = memory;
        this.random = random;
    }

    /** A model with the map of its values. */
    record Fitted(ProcessModel model, LossWarp warp) {}

    /**
     * A model of values.
     *
     * @param name of what is modelled: hyperparameters are kept under it
     * @param points rows in the order in which they came to be known, at least one
     * @param values finite, one a row; small ones are modelled best
     */
    Fitted fit(String name, double[][] points, double[] values) {
        var hyperparameters = varied(hyperparameters(name, points, values));
        var warp = LossWarp.of(values);
        var chosen = values.length <= CONDITIONED_ON ? null : bestAndSpread(values, CONDITIONED_ON);
        var rows = chosen == null ? points : pick(points, chosen);
        var warped = warped(warp, chosen == null ? values : pick(values, chosen));
        return new Fitted(new ProcessModel(GaussianProcess.of(columns, rows, warped, hyperparameters), parts), warp);
    }

    /**
     * Length scales drawn from around the most likely ones: some dozens of values do not settle them, and a search that
     * never doubts them returns to the same place again and again.
     */
    private Hyperparameters varied(Hyperparameters likely) {
        var scales = likely.lengthScales();
        for (int i = 0; i < scales.length; i++) {
            scales[i] *= Math.exp(DOUBT * random.nextGaussian());
        }
        return likely.with(scales);
    }

    private static double[] warped(LossWarp warp, double[] values) {
        var warped = new double[values.length];
        for (int i = 0; i < warped.length; i++) {
            warped[i] = warp.warp(values[i]);
        }
        return warped;
    }

    /**
     * How well a model orders what it has not seen: the rank correlation of values with what all others predict for
     * them, from -1 to 1.
     */
    double skill(String name, double[][] points, double[] values) {
        int size = scheduled(points.length);
        var key = new SkillOf(name);
        var kept = memory.recall(key, Skill.class).filter(before -> before.size() == size);
        if (kept.isPresent()) {
            return kept.get().correlation();
        }
        var rows = Arrays.copyOf(points, size);
        var firstValues = Arrays.copyOf(values, size);
        var hyperparameters = hyperparameters(name, points, values);
        if (size > LEARNT_FROM) {
            var chosen = bestAndSpread(firstValues, LEARNT_FROM);
            rows = pick(rows, chosen);
            firstValues = pick(firstValues, chosen);
        }
        var warped = warped(LossWarp.of(firstValues), firstValues);
        var left = GaussianProcess.of(columns, rows, warped, hyperparameters).leaveOneOut();
        double correlation = RankCorrelation.of(
                Arrays.stream(left)
                        .mapToDouble(GaussianProcess.Prediction::mean)
                        .toArray(),
                warped);
        memory.keep(key, new Skill(size, correlation));
        return correlation;
    }

    private record SkillOf(String name) {}

    private record Skill(int size, double correlation) {}

    private record Key(String name) {}

    private record Kept(int size, Hyperparameters hyperparameters) {}

    private Hyperparameters hyperparameters(String name, double[][] points, double[] values) {
        int size = scheduled(points.length);
        var key = new Key(name);
        var kept = memory.recall(key, Kept.class).filter(before -> before.size() == size);
        if (kept.isPresent()) {
            return kept.get().hyperparameters();
        }
        var rows = Arrays.copyOf(points, size);
        var firstValues = Arrays.copyOf(values, size);
        if (size > LEARNT_FROM) {
            var chosen = bestAndSpread(firstValues, LEARNT_FROM);
            rows = pick(rows, chosen);
            firstValues = pick(firstValues, chosen);
        }
        var found = prior.find(columns, rows, warped(LossWarp.of(firstValues), firstValues));
        memory.keep(key, new Kept(size, found));
        return found;
    }

    /** The largest size of the schedule that is at most this one. */
    static int scheduled(int rows) {
        int size = Math.min(rows, EACH);
        for (int next = size; next <= rows; next = (int) (next * GROWTH) + 1) {
            size = next;
        }
        return size;
    }

    /** The better half of what is wanted, and the rest evenly from all others: in the order in which they came. */
    private static int[] bestAndSpread(double[] values, int wanted) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < values.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> values[i]));
        int best = wanted / 2;
        var chosen = new ArrayList<>(order.subList(0, best));
        var others = new ArrayList<>(order.subList(best, order.size()));
        others.sort(Comparator.naturalOrder());
        for (int k = 0; k < wanted - best; k++) {
            chosen.add(others.get((int) ((long) k * others.size() / (wanted - best))));
        }
        return chosen.stream().sorted().mapToInt(Integer::intValue).toArray();
    }

    private static double[][] pick(double[][] rows, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static double[] pick(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }

    /** What a person should know about rows that were left out; empty when none were. */
    static List<String> leftOut(int rows) {
        return rows <= CONDITIONED_ON
                ? List.of()
                : List.of("modelled from " + CONDITIONED_ON + " of " + rows
                        + " results: the better half of them and an even choice of the others");
    }
}
