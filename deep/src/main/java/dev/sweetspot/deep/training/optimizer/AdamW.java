package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.FusedSteps;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Adam whose decay acts on the weights themselves, {@code w -= r d w} (Loshchilov and Hutter 2019).
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record AdamW(double beta1, double beta2, double epsilon) implements AdaptiveMoments {
    /** As the paper has it. */
    public AdamW() {
        this(Coefficients.BETA1.defaultValue(), Coefficients.BETA2.defaultValue(), Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public String help() {
        return "is adam whose weight decay acts on the numbers themselves, and a good first choice";
    }

    @Override
    public AdamW with(double otherBeta1, double otherBeta2, double otherEpsilon) {
        return new AdamW(otherBeta1, otherBeta2, otherEpsilon);
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayWeights(weights);
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
        return Optional.of(inTorch("AdamW", rate, ""));
    }
}
