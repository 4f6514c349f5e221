package dev.sweetspot.job;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;

/**
 * How long a last training is.
 *
 * @param planned how many epochs its schedule is made for
 * @param stop after how many it ends, where its trial got worse from there on; the planned ones otherwise
 */
public record Length(double planned, double stop) {
    /** Where the best moment comes after so much of a trial, a longer training may be better still. */
    private static final double LATE = 0.7;

    /**
     * With time to spare a last training may be longer than a trial, but not without end.
     *
     * @param ofTrials how many epochs a trial has
     */
    public static double most(double ofTrials) {
        return Math.max(2 * ofTrials, 60);
    }

    /**
     * That of a configuration: where its trial was at its best long before its end, the last training, which has nothing to
     * be validated on, ends at the same moment; otherwise it may go on.
     *
     * @param most how many epochs there is time for
     */
    static Length of(Trial trial, Objective objective, Fidelity fidelity, double most) {
        return trial.completed() ? of(trial.curve(), objective, fidelity, most) : new Length(most, most);
    }

    /** The same of the curve of a trial that came to its end. */
    static Length of(Curve curve, Objective objective, Fidelity fidelity, double most) {
        double best = lastBest(curve, objective);
        return best > 0 && best < LATE * curve.reached() ? new Length(fidelity.most(), best) : new Length(most, most);
    }

    /** When it was at its best for the last time; 0 where nothing was measured. */
    private static double lastBest(Curve curve, Objective objective) {
        double best = Double.NaN;
        double at = 0;
        for (int i = 0; i < curve.size(); i++) {
            double value = curve.value(objective.name(), i);
            if (value == best || objective.better(value, best)) {
                best = value;
                at = curve.fidelity(i);
            }
        }
        return at;
    }
}
