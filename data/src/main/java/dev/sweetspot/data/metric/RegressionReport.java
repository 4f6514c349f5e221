package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How good predicted numbers are. All but R2 are in the unit of the target. The intervals hold at 95 %, normal for means
 * by the delta method (van der Vaart, Asymptotic Statistics, section 3.1), of the median by order statistics; they take
 * the items for independent and are rough below some thirty of them.
 *
 * @param predictions that are judged
 * @param truth of each item
 * @param rmse root of the mean squared error
 * @param rmseInterval of the root of the mean squared error
 * @param mae mean absolute error
 * @param maeInterval of the mean absolute error
 * @param r2 share of the target's variance that is explained: 1 is perfect, 0 as good as always saying the mean of these
 *     items; 0 where all targets are equal and the predictions are not, 1 where they are
 * @param r2Interval of R2
 * @param medianAbsoluteError half of the items are nearer than that
 * @param medianInterval of the median absolute error
 * @param notes what a person should know
 */
@SuppressWarnings("ArrayRecordComponent") // a column of primitives, never compared
public record RegressionReport(
        PredictedValues predictions,
        double[] truth,
        double rmse,
        Interval rmseInterval,
        double mae,
        Interval maeInterval,
        double r2,
        Interval r2Interval,
        double medianAbsoluteError,
        Interval medianInterval,
        List<String> notes)
        implements Report {
    /** What a prediction that is not a number counts as: so far off that no other error is seen beside it, yet finite. */
    private static final double BROKEN = 1e30;

    private static final double WORST_R2 = -1e300;

    /** Keeps a copy of the notes. */
    public RegressionReport {
        notes = List.copyOf(notes);
    }

    /**
     * Computes it: never NaN.
     *
     * @param truth of each item
     */
    public static RegressionReport of(PredictedValues predictions, double[] truth) {
        int n = truth.length;
        if (n == 0 || n != predictions.values().length) {
            throw new IllegalArgumentException(n + " true values for " + predictions.values().length + " predictions");
        }
        var absolute = new double[n];
        var squares = new double[n];
        int broken = 0;
        for (int i = 0; i < n; i++) {
            double error = Math.abs(predictions.values()[i] - truth[i]);
            if (!(error < BROKEN)) {
                broken++;
                error = BROKEN;
            }
            absolute[i] = error;
            squares[i] = error * error;
        }
        var notes = new ArrayList<String>();
        if (broken > 0) {
            notes.add(broken + (broken == 1 ? " prediction is not a number" : " predictions are not numbers")
                    + (broken == 1 ? " and counts" : " and count")
                    + " as endlessly far off: the training went astray.");
        }
        double mse = Interval.mean(squares);
        var mseInterval = Interval.normalOfMean(squares);
        double mae = Interval.mean(absolute);
        var variance = Variance.of(truth);
        if (variance.mean == 0) {
            notes.add("All true values are equal: R2 says nothing.");
        }
        double r2 = variance.mean == 0 ? (mse == 0 ? 1 : 0) : Math.max(WORST_R2, 1 - mse / variance.mean);
        Arrays.sort(absolute);
        return new RegressionReport(
                predictions,
                truth,
                Math.sqrt(mse),
                new Interval(Math.sqrt(Math.max(0, mseInterval.low())), Math.sqrt(mseInterval.high())),
                mae,
                atLeastZero(Interval.normalOfMean(absolute)),
                r2,
                variance.mean == 0 ? new Interval(r2, r2) : variance.r2Interval(squares, mse),
                median(absolute),
                Interval.ofMedian(absolute),
                notes);
    }

    private static Interval atLeastZero(Interval interval) {
        return new Interval(Math.max(0, interval.low()), interval.high());
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Squared distances of the targets from their mean. */
    private static final class Variance {
        private final double[] squares;
        private final double mean;

        private Variance(double[] squares) {
            this.squares = squares;
            this.mean = Interval.mean(squares);
        }

        static Variance of(double[] values) {
            double centre = Interval.mean(values);
            return new Variance(Arrays.stream(values)
                    .map(value -> (value - centre) * (value - centre))
                    .toArray());
        }

        /** R2 = 1 - A / B with means A and B: what one item moves it by is linear in both. */
        Interval r2Interval(double[] errors, double mse) {
            double r2 = 1 - mse / mean;
            var moves = new double[errors.length];
            for (int i = 0; i < moves.length; i++) {
                moves[i] = -(errors[i] - mse) / mean + mse / mean * ((squares[i] - mean) / mean);
            }
            double half = Interval.normalHalf(moves);
            return Double.isFinite(half)
                    ? new Interval(Math.max(WORST_R2, r2 - half), Math.min(1, r2 + half))
                    : new Interval(WORST_R2, 1);
        }
    }

    @Override
    public int n() {
        return truth.length;
    }

    @Override
    public List<String> usual() {
        return List.of("rmse", "mae", "r2");
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.REGRESSION;
    }

    @Override
    public Figure leading() {
        return new Figure("rmse", Direction.MINIMIZE, rmse, rmseInterval);
    }
}
