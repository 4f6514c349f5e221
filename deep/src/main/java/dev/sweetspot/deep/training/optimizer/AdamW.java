package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.FusedSteps;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Adam whose decay acts on the weights themselves, {@code w -= r d w} (Loshchilov and Hutter 2019).
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record AdamW(double beta1, double beta2, double epsilon) implements Optimizer {
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
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.BETA1, Coefficients.BETA2, Coefficients.EPSILON);
    }

    @Override
    public AdamW with(Configuration configuration) {
        return new AdamW(
                configuration.find(Coefficients.BETA1).orElse(beta1),
                configuration.find(Coefficients.BETA2).orElse(beta2),
                configuration.find(Coefficients.EPSILON).orElse(epsilon));
    }

    @Override
    public int slots() {
        return 2;
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
        return Optional.of("torch.optim.AdamW(groups, lr=" + rate + ", betas=(" + beta1 + ", " + beta2 + "), eps="
                + epsilon + ")");
    }
}
