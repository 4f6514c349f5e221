package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.FusedSteps;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Adam that divides by the largest mean square so far (Reddi, Kale and Kumar 2018): {@code c = max(c, b)} takes the
 * place of b in the step of {@link Adam}. The decay is added to the gradient.
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record AmsGrad(double beta1, double beta2, double epsilon) implements AdaptiveMoments {
    /** As Adam. */
    public AmsGrad() {
        this(Coefficients.BETA1.defaultValue(), Coefficients.BETA2.defaultValue(), Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "amsgrad";
    }

    @Override
    public String help() {
        return "is adam whose steps never grow again where gradients were once large";
    }

    @Override
    public AmsGrad with(double otherBeta1, double otherBeta2, double otherEpsilon) {
        return new AmsGrad(otherBeta1, otherBeta2, otherEpsilon);
    }

    @Override
    public int slots() {
        return 3;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        FusedSteps.adam(
                weights,
                gradients,
                slots.get(0),
                slots.get(1),
                List.of(slots.get(2)),
                step.number(),
                step.rate(),
                beta1,
                beta2,
                epsilon);
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of(inTorch("Adam", rate, ", amsgrad=True"));
    }
}
