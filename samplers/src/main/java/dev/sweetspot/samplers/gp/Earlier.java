package dev.sweetspot.samplers.gp;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.trial.Knowledge.Related;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * What earlier studies of something like this tell about the present one. Each has a model of its own; how much of each is
 * believed follows from how well it orders the trials of the present study (ranking-weighted ensembles, Feurer, Letham
 * and Bakshy 2018, "Scalable meta-learning for Bayesian optimization"). A study that misleads orders them no better than
 * chance and is soon not listened to.
 */
final class Earlier {
    private static final int FEWEST = 5;
    private static final int DRAWS = 64;
    private static final int BEST_OF_EACH = 20;
    private static final double MARGIN = 0.6;
    /** A study is not listened to when its usual error is beyond this share of the errors of the present model. */
    private static final double TOLERATED = 0.95;

    private final List<Model> models;
    private final List<Configuration> good;

    private Earlier(List<Model> models, List<Configuration> good) {
        this.models = models;
        this.good = good;
    }

    /** The models of a question's earlier studies; of several objectives, nothing is learnt from them. */
    static Earlier of(Question question, Encoding encoding, Columns columns, RandomGenerator random) {
        var models = new ArrayList<Model>();
        var good = new ArrayList<Configuration>();
        if (question.objectives().size() == 1) {
            for (var study : question.knowledge().related()) {
                var rows = new Rows();
                var known = new ArrayList<Configuration>();
                collect(study, question.objectives().get(0), encoding, rows, known);
                if (rows.size() >= FEWEST) {
                    models.add(new Models(columns, false, question.memory(), random)
                            .fit("study " + study.study(), rows.points(), rows.values())
                            .model());
                    good.addAll(best(known, rows.values()));
                }
            }
        }
        return new Earlier(models, good);
    }

    private static void collect(
            Related study, Objective objective, Encoding encoding, Rows rows, List<Configuration> known) {
        for (var result : study.results()) {
            double loss = objective.loss(result.values().find(objective.name()).orElse(Double.NaN));
            var translated = translated(result.configuration(), encoding);
            if (translated.isPresent() && Double.isFinite(loss)) {
                rows.add(encoding.encode(translated.get()), loss);
                known.add(translated.get());
            }
        }
    }

    /** In the space of now: what it does not have is left out, what the earlier one did not have is at its default. */
    private static Optional<Configuration> translated(Configuration earlier, Encoding encoding) {
        if (encoding.feasible(earlier)) {
            return Optional.of(earlier);
        }
        var values = new LinkedHashMap<String, Object>();
        for (var parameter : encoding.space().parameters()) {
            var value = earlier.values().get(parameter.name());
            values.put(parameter.name(), value == null ? parameter.defaultValue() : value);
        }
        try {
            return encoding.decode(filled(encoding.encode(Configuration.of(values))));
        } catch (IllegalArgumentException outsideTheRangesOfNow) {
            return Optional.empty();
        }
    }

    private static double[] filled(double[] point) {
        return Arrays.stream(point).map(x -> Double.isNaN(x) ? 0.5 : x).toArray();
    }

    private static List<Configuration> best(List<Configuration> known, double[] losses) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < losses.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> losses[i]));
        return order.stream().limit(BEST_OF_EACH).map(known::get).toList();
    }

    /** Whether anything can be learnt from them. */
    boolean any() {
        return !models.isEmpty();
    }

    /**
     * One of the first trials: of what was good in any of them, the one that, together with what was tried, all of them
     * expect most of (a greedy portfolio, compare Wistuba, Schilling and Schmidt-Thieme 2015).
     */
    Optional<Configuration> first(Encoding encoding, List<double[]> tried, Predicate<Configuration> untried) {
        var already = new double[models.size()];
        Arrays.fill(already, Double.MAX_VALUE);
        for (int k = 0; k < already.length && !tried.isEmpty(); k++) {
            for (double mean : models.get(k).means(tried.toArray(double[][]::new))) {
                already[k] = Math.min(already[k], mean);
            }
        }
        var best = Optional.<Configuration>empty();
        double least = Double.POSITIVE_INFINITY;
        for (var configuration : good) {
            if (untried.test(configuration) && encoding.feasible(configuration)) {
                double sum = 0;
                var point = new double[][] {encoding.encode(configuration)};
                for (int k = 0; k < already.length; k++) {
                    sum += Math.min(already[k], models.get(k).means(point)[0]);
                }
                if (sum < least) {
                    least = sum;
                    best = Optional.of(configuration);
                }
            }
        }
        return best;
    }

    /**
     * Those that order the trials of now clearly better than chance would: chance has half of all pairs wrong, give or take
     * what few trials let happen. Whoever does not, misleads or tells nothing.
     */
    Earlier proven(double[][] points, double[] losses) {
        double allowed = (0.5 - MARGIN / Math.sqrt(points.length)) * points.length * (points.length - 1) / 2;
        return new Earlier(
                models.stream()
                        .filter(model -> wrongPairs(model.means(points), losses) <= allowed)
                        .toList(),
                good);
    }

    /**
     * The present model with as much of the earlier ones as they have earned.
     *
     * @param points what was tried, with its warped losses
     * @param left what the present model says of each loss without having seen it: means and deviations
     */
    Model mixed(Model present, double[][] points, double[] losses, double[][] left, RandomGenerator random) {
        int all = models.size() + 1;
        var errors = new double[all][DRAWS];
        for (int k = 0; k < all; k++) {
            var means = new double[points.length];
            var deviations = new double[points.length];
            if (k < models.size()) {
                var predictions = models.get(k).predict(points);
                for (int i = 0; i < means.length; i++) {
                    means[i] = predictions[i].mean();
                    deviations[i] = predictions[i].deviation();
                }
            } else {
                means = left[0];
                deviations = left[1];
            }
            for (int draw = 0; draw < DRAWS; draw++) {
                var sample = new double[means.length];
                for (int i = 0; i < sample.length; i++) {
                    sample[i] = means[i] + deviations[i] * random.nextGaussian();
                }
                errors[k][draw] = wrongPairs(sample, losses);
            }
        }
        var weights = weights(errors);
        var parts = new ArrayList<>(models);
        parts.add(present);
        return new MixtureModel(parts, weights);
    }

    private static double[] weights(double[][] errors) {
        int all = errors.length;
        var ownErrors = errors[all - 1].clone();
        Arrays.sort(ownErrors);
        double tolerated = ownErrors[(int) (TOLERATED * (DRAWS - 1))];
        var heard = new boolean[all];
        for (int k = 0; k < all; k++) {
            var sorted = errors[k].clone();
            Arrays.sort(sorted);
            heard[k] = k == all - 1 || sorted[DRAWS / 2] <= tolerated;
        }
        var weights = new double[all];
        for (int draw = 0; draw < DRAWS; draw++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < all; k++) {
                least = heard[k] ? Math.min(least, errors[k][draw]) : least;
            }
            int ties = 0;
            for (int k = 0; k < all; k++) {
                ties += heard[k] && errors[k][draw] == least ? 1 : 0;
            }
            for (int k = 0; k < all; k++) {
                if (heard[k] && errors[k][draw] == least) {
                    weights[k] += 1.0 / ties / DRAWS;
                }
            }
        }
        return weights;
    }

    private static double wrongPairs(double[] predicted, double[] losses) {
        int wrong = 0;
        for (int i = 0; i < losses.length; i++) {
            for (int j = i + 1; j < losses.length; j++) {
                wrong += (predicted[i] < predicted[j]) != (losses[i] < losses[j]) ? 1 : 0;
            }
        }
        return wrong;
    }
}
