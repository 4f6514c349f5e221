package dev.sweetspot.deep.training;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import dev.sweetspot.deep.training.optimizer.Layout;

/**
 * What keeps a network from learning its examples by heart, and a training on its course. All is for kernels alone but the
 * clipping and the average, which are for all weights.
 *
 * @param weightDecay pulls kernels towards 0 as the optimiser does it, 0 or more
 * @param l1 a penalty of so much for the size of each kernel's number, {@code l1 sum |w|}, 0 or more
 * @param l2 a penalty of so much for half its square, {@code l2 sum w^2 / 2}, 0 or more
 * @param gradientClip the greatest length of all gradients together (Pascanu, Mikolov and Bengio 2013); 0 for any
 * @param ema what is kept of the average of weights in each step (Polyak and Juditsky 1992); 0 for no average
 * @param weightNoise the deviation of what is added to each kernel's numbers while gradients are computed, in units of that
 *     kernel's own spread (Graves 2011), 0 or more
 */
public record Regularization(
        double weightDecay, double l1, double l2, double gradientClip, double ema, double weightNoise) {
    /** Nothing. */
    public static final Regularization NONE = new Regularization(0);

    private static final double LEAST = 1e-6;

    /** Weight decay alone. */
    public Regularization(double weightDecay) {
        this(weightDecay, 0, 0, 0, 0, 0);
    }

    /** How many numbers it keeps for each weight: the average, and how weights were before noise was added. */
    int slots() {
        return (ema > 0 ? 1 : 0) + (weightNoise > 0 ? 1 : 0);
    }

    /** Adds the gradients of the penalties, and shortens what is too long then; decay is the optimiser's. */
    void applyTo(Tensor gradients, Tensor weights, Layout layout) {
        if (layout.kernels() > 0 && l1 + l2 > 0) {
            var slopes = gradients.slice(0, layout.kernels());
            var kernels = weights.slice(0, layout.kernels());
            if (l2 > 0) {
                slopes.add(kernels, l2);
            }
            if (l1 > 0) {
                Updates.addSign(slopes, kernels, l1);
            }
        }
        if (gradientClip > 0) {
            double factor = gradientClip / (Updates.length(gradients) + LEAST);
            if (factor < 1) {
                gradients.scale(factor);
            }
        }
    }
}
