package dev.sweetspot.surrogate.time;

import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.TimeForecast.Takes;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import dev.sweetspot.surrogate.gp.Hyperparameters;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long whole trials take, as a function of the configuration: a Gaussian process of the logarithm of the seconds
 * (Snoek, Larochelle and Adams 2012, section 3.2). What was run in part counts for the whole in proportion. Failed trials
 * say nothing: they end early. Immutable; follows from the history alone.
 */
public final class SecondsModel {
    /** Of one trial alone one knows the order of magnitude. */
    private static final double FACTOR_OF_ONE = 0.7;

    private static final int LEARNT_FROM = 100;
    private static final int CONDITIONED_ON = 300;
    private static final int EACH = 30;
    private static final double GROWTH = 1.1;

    private final int trials;
    private final GaussianProcess process;

    private SecondsModel(int trials, GaussianProcess process) {
        this.trials = trials;
        this.process = process;
    }

    private record Key() {}

    private record Kept(int size, Hyperparameters hyperparameters) {}

    /** The model of a question; empty when no trial has told how long it took. */
    public static Optional<SecondsModel> of(Question question) {
        var evidence = Evidence.of(question);
        var ended = Rows.of(evidence.ended(), question.problem());
        var all = Rows.of(
                Stream.concat(evidence.ended().stream(), evidence.paused().stream())
                        .toList(),
                question.problem());
        if (all.values.length == 0) {
            return Optional.empty();
        }
        var columns = Columns.of(question.space());
        var hyperparameters =
                ended.values.length > 1 ? kept(ended, columns, question.memory()) : all.hyperparameters(columns);
        var rows = all.atMost(CONDITIONED_ON);
        return Optional.of(new SecondsModel(
                all.values.length, GaussianProcess.of(columns, rows.points, rows.values, hyperparameters)));
    }

    /** What was learnt from the trials that ended first; those that are paused may yet change. */
    private static Hyperparameters kept(Rows ended, Columns columns, Memory memory) {
        int size = scheduled(ended.values.length);
        return memory.recall(new Key(), Kept.class)
                .filter(kept -> kept.size() == size)
                .map(Kept::hyperparameters)
                .orElseGet(() -> {
                    var found = ended.first(size).hyperparameters(columns);
                    memory.keep(new Key(), new Kept(size, found));
                    return found;
                });
    }

    private static final class Rows {
        private final double[][] points;
        private final double[] values;

        Rows(double[][] points, double[] values) {
            this.points = points;
            this.values = values;
        }

        static Rows of(List<Observation> observations, Problem problem) {
            var points = new ArrayList<double[]>();
            var logarithms = new ArrayList<Double>();
            for (var each : observations) {
                double seconds = seconds(each, problem);
                if (seconds > 0 && Double.isFinite(seconds)) {
                    points.add(each.point());
                    logarithms.add(Math.log(seconds));
                }
            }
            return new Rows(
                    points.toArray(double[][]::new),
                    logarithms.stream().mapToDouble(Double::doubleValue).toArray());
        }

        Hyperparameters hyperparameters(Columns columns) {
            var rows = atMost(LEARNT_FROM);
            return HyperparameterSearch.usual().find(columns, rows.points, rows.values);
        }

        Rows first(int size) {
            return new Rows(Arrays.copyOf(points, size), Arrays.copyOf(values, size));
        }

        /** An even choice of so many. */
        Rows atMost(int most) {
            if (values.length <= most) {
                return this;
            }
            var chosen = new double[most][];
            var chosenValues = new double[most];
            for (int k = 0; k < most; k++) {
                int i = (int) ((long) k * values.length / most);
                chosen[k] = points[i];
                chosenValues[k] = values[i];
            }
            return new Rows(chosen, chosenValues);
        }
    }

    private static int scheduled(int rows) {
        int size = Math.min(rows, EACH);
        for (int next = size; next <= rows; next = (int) (next * GROWTH) + 1) {
            size = next;
        }
        return size;
    }

    /** The seconds of a whole trial like this one; 0 when it does not tell. */
    private static double seconds(Observation each, Problem problem) {
        double share = each.fidelity(problem) / problem.fidelity().most();
        return each.failed() || !(share > 0) ? 0 : each.trial().seconds() / share;
    }

    /** How many trials it was learnt from. */
    public int trials() {
        return trials;
    }

    /**
     * How long a whole trial takes.
     *
     * @param point in the unit cube, NaN for parameters that are not active
     */
    public Takes at(double[] point) {
        var prediction = process.predict(point);
        double deviation = Math.sqrt(prediction.variance() + process.noiseVariance());
        return new Takes(
                Math.max(Double.MIN_NORMAL, Math.exp(prediction.mean())), trials == 1 ? FACTOR_OF_ONE : deviation);
    }

    /** The logarithms of the seconds at many points. */
    public double[] logarithms(List<double[]> points) {
        return process.means(points.toArray(double[][]::new));
    }
}
