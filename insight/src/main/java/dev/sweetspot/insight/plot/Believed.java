package dev.sweetspot.insight.plot;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.LossWarp;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import dev.sweetspot.trial.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the results of some trials make one expect elsewhere: a Gaussian process of the losses on a scale on which they look
 * normal. Of many trials an even choice, so that it costs some tenths of a second at the most.
 */
final class Believed {
    /** From fewer nothing can be learnt worth drawing. */
    static final int FEWEST = 12;

    private static final int LEARNT_FROM = 60;
    private static final int CONDITIONED_ON = 200;

    private final Objective objective;
    private final LossWarp warp;
    private final GaussianProcess process;

    private Believed(Objective objective, LossWarp warp, GaussianProcess process) {
        this.objective = objective;
        this.warp = warp;
        this.process = process;
    }

    /**
     * Learns.
     *
     * @param points in the unit cube, NaN where a parameter is not active
     * @param values of the objective, finite, one a point; at least one
     */
    static Believed of(Columns columns, Objective objective, List<double[]> points, double[] values) {
        var losses = Arrays.stream(values).map(objective::loss).toArray();
        var warp = LossWarp.of(losses);
        var learnt = evenly(losses.length, LEARNT_FROM);
        var kept = evenly(losses.length, CONDITIONED_ON);
        var hyperparameters =
                HyperparameterSearch.usual().find(columns, rows(points, learnt), warped(warp, losses, learnt));
        return new Believed(
                objective,
                warp,
                GaussianProcess.of(columns, rows(points, kept), warped(warp, losses, kept), hyperparameters));
    }

    /** So many of all places at most, from the first to the last. */
    static int[] evenly(int all, int most) {
        return all <= most
                ? IntStream.range(0, all).toArray()
                : IntStream.range(0, most)
                        .map(i -> (int) ((long) i * (all - 1) / (most - 1)))
                        .toArray();
    }

    private static double[][] rows(List<double[]> points, int[] places) {
        return IntStream.of(places).mapToObj(points::get).toArray(double[][]::new);
    }

    private static double[] warped(LossWarp warp, double[] losses, int[] places) {
        return IntStream.of(places).mapToDouble(i -> warp.warp(losses[i])).toArray();
    }

    /**
     * What is expected at a point, in the objective's own unit.
     *
     * @param value the middle of what is expected
     * @param deviation half of what lies between a standard deviation to either side, without what is luck in a single trial
     */
    record Expected(double value, double deviation) {}

    Expected at(double[] point) {
        var prediction = process.predict(point);
        double middle = objective.loss(warp.unwarp(prediction.mean()));
        double above = warp.unwarp(prediction.mean() + prediction.deviation());
        double below = warp.unwarp(prediction.mean() - prediction.deviation());
        return new Expected(middle, (above - below) / 2);
    }

    /** Of a trial that it has not seen: what it expected, and how that compares with what came. */
    record Checked(double expected, double share) {}

    /**
     * Holds a result against what was expected.
     *
     * @return the share being that of the results that were expected to be nearer to the middle, from 0 to 1, luck included: were
     *     the expectations right, each share would be equally frequent
     */
    Checked check(double[] point, double value) {
        var prediction = process.predict(point);
        double deviation = Math.sqrt(prediction.variance() + process.noiseVariance());
        double off = (warp.warp(objective.loss(value)) - prediction.mean()) / deviation;
        return new Checked(objective.loss(warp.unwarp(prediction.mean())), 1 - 2 * Normal.probability(-Math.abs(off)));
    }
}
