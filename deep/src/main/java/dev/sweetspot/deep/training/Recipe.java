package dev.sweetspot.deep.training;

import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.sampling.Selection;
import dev.sweetspot.deep.training.schedule.Rate;

/**
 * How a network is trained, but for how long.
 *
 * @param loss what is made small
 * @param optimizer how weights change
 * @param rate how far a step goes
 * @param regularization what keeps it from learning by heart
 * @param batchSize examples a step, at least 1; fewer when there are fewer
 * @param selection which examples come together, and how much each counts
 */
public record Recipe(
        Loss loss, Optimizer optimizer, Rate rate, Regularization regularization, int batchSize, Selection selection) {
    /** With the usual selection. */
    public Recipe(Loss loss, Optimizer optimizer, Rate rate, Regularization regularization, int batchSize) {
        this(loss, optimizer, rate, regularization, batchSize, Selection.USUAL);
    }

    /** How many numbers a training keeps for each weight beside the weight itself and its gradient. */
    public int slots() {
        return optimizer.slots() + regularization.slots();
    }
}
