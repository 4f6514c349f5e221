package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import java.util.List;
import java.util.Optional;

/**
 * Adam with the largest gradient in the place of the mean square (Kingma and Ba 2015, algorithm 2): {@code a = b1 a + (1 -
 * b1) g; u = max(b2 u, |g| + e); w -= r a / (u (1 - b1^t))}. The decay is added to the gradient.
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record Adamax(double beta1, double beta2, double epsilon) implements AdaptiveMoments {
    /** As the paper has it. */
    public Adamax() {
        this(Coefficients.BETA1.defaultValue(), Coefficients.BETA2.defaultValue(), Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "adamax";
    }

    @Override
    public String help() {
        return "is adam that goes by the largest gradient, and steadier where gradients are seldom";
    }

    @Override
    public Adamax with(double otherBeta1, double otherBeta2, double otherEpsilon) {
        return new Adamax(otherBeta1, otherBeta2, otherEpsilon);
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        var mean = slots.get(0);
        var largest = slots.get(1);
        Updates.average(mean, gradients, beta1);
        largest.scale(beta2);
        Updates.raise(largest, gradients, epsilon);
        weights.addQuotient(mean, largest, -step.rate() / step.shortfall(beta1));
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of(inTorch("Adamax", rate, ""));
    }
}
