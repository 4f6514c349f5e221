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
    private static final double FEW_EPOCHS = 10;

    /** Each fold of a trial was a whole training, and so is the last one. */
    private static final Length ONE_TRAINING = new Length(1, 1);

    /**
     * Whether a trial of so many epochs is too short to tell what a long training comes to: in ten no network learns its
     * examples by heart, and what goes up and down in them is the beginning of the training.
     */
    public static boolean isTooShortToTell(double epochs) {
        return epochs <= FEW_EPOCHS;
    }

    /**
     * With time to spare a last training may be longer than a trial, but not without end.
     *
     * @param ofTrials how many epochs a trial has
     */
    public static double most(double ofTrials) {
        return Math.max(2 * ofTrials, 60);
    }

    /**
     * That of a configuration: where its trial was at its best long before its end ({@link Moment}), the last training, which
     * has nothing to be validated on, ends at the same moment; otherwise it may go on. Where a trial is made of folds, the last
     * training is one like that of a fold.
     *
     * @param most how many epochs there is time for
     */
    static Length of(Trial trial, Objective objective, Fidelity fidelity, double most) {
        return trial.completed() || fidelity.ofFolds()
                ? of(trial.curve(), objective, fidelity, most)
                : new Length(most, most);
    }

    /** The same of the curve of a trial that came to its end. */
    static Length of(Curve curve, Objective objective, Fidelity fidelity, double most) {
        if (fidelity.ofFolds()) {
            return ONE_TRAINING;
        }
        var moment = Moment.of(curve, objective);
        return moment.early() ? new Length(fidelity.most(), moment.epoch()) : new Length(most, most);
    }
}
