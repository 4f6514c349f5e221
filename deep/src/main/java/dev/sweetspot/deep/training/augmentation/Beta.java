package dev.sweetspot.deep.training.augmentation;

import java.util.random.RandomGenerator;

/** Draws from Beta(a, a) for a from above 0 to 1: Jöhnk's method (1964), in logarithms where powers would vanish. */
final class Beta {
    private Beta() {}

    static double draw(double a, RandomGenerator random) {
        while (true) {
            // Above 0, so that the logarithm is finite.
            double u = StrictMath.log(1 - random.nextDouble()) / a;
            double v = StrictMath.log(1 - random.nextDouble()) / a;
            double most = Math.max(u, v);
            double logSum = most + StrictMath.log1p(StrictMath.exp(Math.min(u, v) - most));
            if (logSum <= 0) {
                return StrictMath.exp(u - logSum);
            }
        }
    }
}
