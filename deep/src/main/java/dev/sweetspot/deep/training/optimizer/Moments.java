package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import java.util.List;

/**
 * The step of Adam (Kingma and Ba 2015, algorithm 1), which several share: {@code a = b1 a + (1 - b1) g; b = b2 b +
 * (1 - b2) g^2; w -= r (a / (1 - b1^t)) / (sqrt(b / (1 - b2^t)) + e)}.
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
record Moments(double beta1, double beta2, double epsilon) {
    static final int SLOTS = 3;

    void step(Tensor weights, Tensor gradients, List<Tensor> slots, Optimizer.Step step) {
        var mean = slots.get(0);
        var square = slots.get(1);
        var divisor = slots.get(2);
        mean.scale(beta1);
        mean.add(gradients, 1 - beta1);
        square.scale(beta2);
        square.addProduct(gradients, gradients, 1 - beta2);
        divisor.setRoot(square, Math.sqrt(step.shortfall(beta2)), epsilon);
        weights.addQuotient(mean, divisor, -step.rate() / step.shortfall(beta1));
    }
}
