package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.FusedSteps;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Adam (Kingma and Ba 2015, algorithm 1): {@code a = b1 a + (1 - b1) g; b = b2 b + (1 - b2) g^2; w -= r (a / (1 -
 * b1^t)) / (sqrt(b / (1 - b2^t)) + e)}. The decay is added to the gradient.
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record Adam(double beta1, double beta2, double epsilon) implements AdaptiveMoments {
    /** As the paper has it. */
    public Adam() {
        this(Coefficients.BETA1.defaultValue(), Coefficients.BETA2.defaultValue(), Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public String help() {
        return "finds a step of its own for each number";
    }

    @Override
    public Adam with(double otherBeta1, double otherBeta2, double otherEpsilon) {
        return new Adam(otherBeta1, otherBeta2, otherEpsilon);
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        FusedSteps.adam(
                weights,
                gradients,
                slots.get(0),
                slots.get(1),
                List.of(),
                step.number(),
                step.rate(),
                beta1,
                beta2,
                epsilon);
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of(inTorch("Adam", rate, ""));
    }
}
