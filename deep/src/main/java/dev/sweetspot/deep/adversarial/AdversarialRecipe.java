package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.schedule.Rate;

/**
 * How two networks are trained against each other, but for how long.
 *
 * @param loss what each makes small
 * @param discriminatorSteps steps of the discriminator for each of the generator, at least 1
 * @param batchSize images a step, at least 1; fewer when there are fewer
 * @param ema what is kept of the average of the generator's weights in each of its steps; 0 for no average
 */
public record AdversarialRecipe(
        AdversarialLoss loss, Side generator, Side discriminator, int discriminatorSteps, int batchSize, double ema) {
    /**
     * How one of them changes.
     *
     * @param rate how far a step goes; its schedule goes by the progress alone
     * @param weightDecay pulls kernels towards 0 as the optimiser does it, 0 or more
     */
    public record Side(Optimizer optimizer, Rate rate, double weightDecay) {
        /** Without decay. */
        public Side(Optimizer optimizer, Rate rate) {
            this(optimizer, rate, 0);
        }
    }
}
