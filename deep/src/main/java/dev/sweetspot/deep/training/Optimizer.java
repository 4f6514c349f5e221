package dev.sweetspot.deep.training;

import dev.sweetspot.deep.tensor.Tensor;
import java.util.List;

/**
 * Changes weights along their gradients. All weights lie in one flat tensor, so that a step is a few operations however
 * many layers there are. Notation: w weights, g gradients, r learning rate, d weight decay, t step from 1.
 */
public sealed interface Optimizer {
    /** How many numbers it keeps for each weight. */
    int slots();

    /**
     * One step.
     *
     * @param weights flat; changed
     * @param gradients flat; may be changed
     * @param slots {@link #slots()} flat tensors, zero before the first step; changed
     * @param kernels how many numbers at the beginning are kernels: they alone decay
     * @param rate the learning rate of this step
     * @param decay the weight decay
     * @param step from 1
     */
    void step(Tensor weights, Tensor gradients, List<Tensor> slots, long kernels, double rate, double decay, long step);

    /**
     * Stochastic gradient descent with momentum (Polyak 1964) as Sutskever et al. 2013 write it:
     * {@code v = m v + (g + d w); w -= r v}, or with Nesterov's look-ahead {@code w -= r (g + d w + m v)}.
     *
     * @param momentum m, from 0 to below 1
     */
    record Sgd(double momentum, boolean nesterov) implements Optimizer {
        @Override
        public int slots() {
            return momentum > 0 ? 1 : 0;
        }

        @Override
        public void step(
                Tensor weights,
                Tensor gradients,
                List<Tensor> slots,
                long kernels,
                double rate,
                double decay,
                long step) {
            addDecay(weights, gradients, kernels, decay);
            if (slots.isEmpty()) {
                weights.add(gradients, -rate);
                return;
            }
            var velocity = slots.get(0);
            velocity.scale(momentum);
            velocity.add(gradients, 1);
            if (nesterov) {
                weights.add(gradients, -rate);
                weights.add(velocity, -rate * momentum);
            } else {
                weights.add(velocity, -rate);
            }
        }
    }

    /**
     * Adam (Kingma and Ba 2015, algorithm 1): {@code a = b1 a + (1 - b1) g; b = b2 b + (1 - b2) g^2; w -= r (a / (1 -
     * b1^t)) / (sqrt(b / (1 - b2^t)) + e)}. The decay is added to the gradient.
     */
    record Adam(double beta1, double beta2) implements Optimizer {
        @Override
        public int slots() {
            return 3;
        }

        @Override
        public void step(
                Tensor weights,
                Tensor gradients,
                List<Tensor> slots,
                long kernels,
                double rate,
                double decay,
                long step) {
            addDecay(weights, gradients, kernels, decay);
            adam(weights, gradients, slots, beta1, beta2, rate, step);
        }
    }

    /** Adam whose decay acts on the weights themselves, {@code w -= r d w} (Loshchilov and Hutter 2019). */
    record AdamW(double beta1, double beta2) implements Optimizer {
        @Override
        public int slots() {
            return 3;
        }

        @Override
        public void step(
                Tensor weights,
                Tensor gradients,
                List<Tensor> slots,
                long kernels,
                double rate,
                double decay,
                long step) {
            if (decay > 0 && kernels > 0) {
                weights.slice(0, kernels).scale(1 - rate * decay);
            }
            adam(weights, gradients, slots, beta1, beta2, rate, step);
        }
    }

    private static void addDecay(Tensor weights, Tensor gradients, long kernels, double decay) {
        if (decay > 0 && kernels > 0) {
            gradients.slice(0, kernels).add(weights.slice(0, kernels), decay);
        }
    }

    private static void adam(
            Tensor weights, Tensor gradients, List<Tensor> slots, double beta1, double beta2, double rate, long step) {
        var mean = slots.get(0);
        var square = slots.get(1);
        var divisor = slots.get(2);
        mean.scale(beta1);
        mean.add(gradients, 1 - beta1);
        square.scale(beta2);
        square.addProduct(gradients, gradients, 1 - beta2);
        divisor.setRoot(square, Math.sqrt(1 - Math.pow(beta2, (double) step)), 1e-8);
        weights.addQuotient(mean, divisor, -rate / (1 - Math.pow(beta1, (double) step)));
    }
}
