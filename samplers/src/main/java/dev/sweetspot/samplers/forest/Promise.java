package dev.sweetspot.samplers.forest;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.Activity;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.forest.Growth;
import dev.sweetspot.surrogate.forest.RandomForest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How much a place promises by forests: expected improvement, and that it gives a result within all limits. */
final class Promise {
    private static final Growth TREES = new Growth(32, 0.83, 1);

    /** Doubt that is left where all trees agree, in squared normal scores. */
    private static final double DOUBT = 0.1;

    /** The same for limits and failures, of which values lie in -1..1. */
    private static final double DOUBT_OF_LIMITS = 1e-3;

    /** No place is given up: a forest that never saw a success where it is asked may be wrong. */
    private static final double LEAST_CHANCE = 0.01;

    private final Optional<RandomForest> losses;
    private final double best;
    private final List<RandomForest> limits;
    private final Optional<RandomForest> success;

    private Promise(
            Optional<RandomForest> losses, double best, List<RandomForest> limits, Optional<RandomForest> success) {
        this.losses = losses;
        this.best = best;
        this.limits = limits;
        this.success = success;
    }

    /**
     * What trials promise of places.
     *
     * @param measured the trials with losses
     * @param scores of these, smaller is better
     * @param all these and those without losses
     * @param pending where trials run: each is taken for one that gives what is expected there
     */
    static Promise of(
            Activity activity,
            List<Observation> measured,
            double[] scores,
            List<Observation> all,
            List<double[]> pending,
            RandomGenerator random) {
        double best = best(measured, scores);
        return new Promise(
                measured.isEmpty()
                        ? Optional.empty()
                        : Optional.of(losses(activity, measured, scores, pending, random)),
                best,
                limits(activity, all, random),
                success(activity, all, random));
    }

    /** The lowest score within all limits; if there is none, the lowest of all. */
    private static double best(List<Observation> measured, double[] scores) {
        double best = Double.POSITIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            lowest = Math.min(lowest, scores[i]);
            best = measured.get(i).feasible() ? Math.min(best, scores[i]) : best;
        }
        return Double.isInfinite(best) ? lowest : best;
    }

    private static double[][] points(List<Observation> observations) {
        return observations.stream().map(Observation::point).toArray(double[][]::new);
    }

    private static RandomForest losses(
            Activity activity,
            List<Observation> measured,
            double[] scores,
            List<double[]> pending,
            RandomGenerator random) {
        var points = points(measured);
        var forest = RandomForest.fit(activity.columns(), points, scores, TREES, random);
        if (pending.isEmpty()) {
            return forest;
        }
        var morePoints = Arrays.copyOf(points, points.length + pending.size());
        var moreScores = Arrays.copyOf(scores, morePoints.length);
        for (int i = 0; i < pending.size(); i++) {
            morePoints[points.length + i] = pending.get(i);
            moreScores[points.length + i] = forest.predict(pending.get(i)).mean();
        }
        return RandomForest.fit(activity.columns(), morePoints, moreScores, TREES, random);
    }

    /** A forest for each limit that was ever broken, of how far it was broken, bounded to -1..1. */
    private static List<RandomForest> limits(Activity activity, List<Observation> all, RandomGenerator random) {
        var forests = new ArrayList<RandomForest>();
        int constraints = all.get(0).violations().length;
        for (int k = 0; k < constraints; k++) {
            int limit = k;
            var known = all.stream()
                    .filter(observation -> !Double.isNaN(observation.violations()[limit]))
                    .toList();
            var violations = known.stream()
                    .mapToDouble(observation -> observation.violations()[limit])
                    .toArray();
            if (Arrays.stream(violations).anyMatch(violation -> violation > 0)) {
                var sizes = Arrays.stream(violations).map(Math::abs).sorted().toArray();
                double usual = Math.max(sizes[sizes.length / 2], Double.MIN_NORMAL);
                var bounded = Arrays.stream(violations)
                        .map(violation -> Double.isInfinite(violation)
                                ? Math.signum(violation)
                                : violation / (Math.abs(violation) + usual))
                        .toArray();
                forests.add(RandomForest.fit(activity.columns(), points(known), bounded, TREES, random));
            }
        }
        return forests;
    }

    /** A forest of 1 where trials gave a loss or broke a limit and 0 where they failed, when any did. */
    private static Optional<RandomForest> success(Activity activity, List<Observation> all, RandomGenerator random) {
        var results = all.stream()
                .mapToDouble(observation -> observation.measured() || observation.totalViolation() > 0 ? 1 : 0)
                .toArray();
        return Arrays.stream(results).allMatch(result -> result > 0)
                ? Optional.empty()
                : Optional.of(RandomForest.fit(activity.columns(), points(all), results, TREES, random));
    }

    /** The logarithm of the expected improvement times the chance of a result within all limits. */
    double score(double[] point) {
        double score = StrictMath.log(chance(point));
        if (losses.isPresent()) {
            var prediction = losses.get().predict(point);
            double deviation = StrictMath.sqrt(prediction.variance() + DOUBT);
            score += StrictMath.log(deviation) + Normal.logExpectedImprovement((best - prediction.mean()) / deviation);
        }
        return score;
    }

    /** The chance of a result within all limits. */
    double chance(double[] point) {
        double chance = success.map(
                        forest -> Math.max(LEAST_CHANCE, forest.predict(point).mean()))
                .orElse(1.0);
        for (var limit : limits) {
            var prediction = limit.predict(point);
            double deviation = StrictMath.sqrt(prediction.variance() + DOUBT_OF_LIMITS);
            chance *= Math.max(LEAST_CHANCE, Normal.probability(-prediction.mean() / deviation));
        }
        return chance;
    }

    /** The chance of a loss below the best one. */
    double chanceOfImprovement(double[] point) {
        if (losses.isEmpty()) {
            return 0.5;
        }
        var prediction = losses.get().predict(point);
        return Normal.probability((best - prediction.mean()) / StrictMath.sqrt(prediction.variance() + DOUBT));
    }
}
