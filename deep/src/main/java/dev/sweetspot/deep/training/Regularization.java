package dev.sweetspot.deep.training;

/**
 * What keeps a network from learning its examples by heart.
 *
 * @param weightDecay pulls kernels towards 0 as the optimiser does it, 0 or more
 */
public record Regularization(double weightDecay) {
    /** Nothing. */
    public static final Regularization NONE = new Regularization(0);
}
