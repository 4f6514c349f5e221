package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well items are made again. Errors are in standard deviations of the training part (squared for mean squared ones), as
 * {@link Reconstructions} says. The intervals hold at 95 % over items, normal for means and by the delta method for R2, of
 * the median by order statistics; they are rough below some thirty items.
 *
 * @param predictions that are judged
 * @param mse mean over items of their mean squared errors
 * @param mae mean over items of their mean absolute errors
 * @param median half of the items have a smaller mean squared error
 * @param r2 {@code 1 - mse / mean(spread)}: 1 is perfect, 0 as good as always saying the means of the training part
 * @param notes what a person should know
 */
public record ReconstructionReport(
        Reconstructions predictions, Measured mse, Measured mae, Measured median, Measured r2, List<String> notes)
        implements Report {
    /** What an error that is not a number counts as: so large that no other is seen beside it, yet finite. */
    private static final double BROKEN = 1e30;

    private static final double WORST_R2 = -1e300;

    /** Keeps a copy of the notes. */
    public ReconstructionReport {
        notes = List.copyOf(notes);
    }

    /** A number and its 95 % interval. */
    public record Measured(double value, Interval interval) {}

    /** Computes it: never NaN. */
    public static ReconstructionReport of(Reconstructions predictions) {
        int n = predictions.names().size();
        if (n == 0) {
            throw new IllegalArgumentException("no items to judge by");
        }
        var squared = finite(predictions.squared());
        var absolute = finite(predictions.absolute());
        var notes = new ArrayList<String>();
        long broken = Arrays.stream(predictions.squared())
                .filter(error -> !(error < BROKEN))
                .count();
        if (broken > 0) {
            notes.add(broken + (broken == 1 ? " reconstruction is" : " reconstructions are")
                    + " not made of numbers and counted as endlessly far off: the training went astray.");
        }
        double spread = Interval.mean(predictions.spreads());
        if (spread == 0) {
            notes.add("All items are equal: R2 says nothing.");
        }
        var sorted = squared.clone();
        Arrays.sort(sorted);
        int half = n / 2;
        double median = n % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new ReconstructionReport(
                predictions,
                mean(squared),
                mean(absolute),
                new Measured(median, Interval.ofMedian(sorted)),
                r2(squared, predictions.spreads(), spread),
                notes);
    }

    private static double[] finite(double[] errors) {
        return Arrays.stream(errors)
                .map(error -> error < BROKEN ? error : BROKEN)
                .toArray();
    }

    private static Measured mean(double[] values) {
        var interval = Interval.normalOfMean(values);
        return new Measured(Interval.mean(values), new Interval(Math.max(0, interval.low()), interval.high()));
    }

    /** 1 - A / B with means A and B: what one item moves it by is linear in both. */
    private static Measured r2(double[] squared, double[] spreads, double spread) {
        double mse = Interval.mean(squared);
        if (spread == 0) {
            double r2 = mse == 0 ? 1 : 0;
            return new Measured(r2, new Interval(r2, r2));
        }
        double r2 = Math.max(WORST_R2, 1 - mse / spread);
        var moves = new double[squared.length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = -(squared[i] - mse) / spread + mse / spread * ((spreads[i] - spread) / spread);
        }
        double half = Interval.normalHalf(moves);
        return new Measured(
                r2,
                Double.isFinite(half)
                        ? new Interval(Math.max(WORST_R2, r2 - half), Math.min(1, r2 + half))
                        : new Interval(WORST_R2, 1));
    }

    @Override
    public int n() {
        return predictions.names().size();
    }

    @Override
    public Task.Kind kind() {
        return Task.Kind.RECONSTRUCTION;
    }

    @Override
    public Figure leading() {
        return new Figure("reconstruction_mse", Direction.MINIMIZE, mse.value(), mse.interval());
    }

    @Override
    public List<String> usual() {
        return List.of("reconstruction_mse", "reconstruction_mae", "reconstruction_r2");
    }
}
