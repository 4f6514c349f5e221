package dev.sweetspot.deep.training.sampling;

/**
 * Which examples come together before each step, and how much each counts.
 *
 * @param sampling the order of an epoch
 * @param classWeights of the loss
 */
public record Selection(Sampling sampling, ClassWeights classWeights) {
    /** All examples mixed anew for each epoch, and all alike. */
    public static final Selection USUAL = new Selection(new Shuffled(), ClassWeights.NONE);

    /** Whether the classes of examples are asked for. */
    public boolean byClass() {
        return sampling.byClass() || classWeights != ClassWeights.NONE;
    }
}
