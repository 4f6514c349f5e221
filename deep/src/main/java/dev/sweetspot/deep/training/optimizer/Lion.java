package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * Lion (Chen et al. 2023, program 1): {@code w -= r (sign(b1 a + (1 - b1) g) + d w); a = b2 a + (1 - b2) g}. The decay acts on
 * the weights themselves.
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 */
public record Lion(double beta1, double beta2) implements Optimizer {
    /** As the paper has it. */
    public Lion() {
        this(Coefficients.BETA1.defaultValue(), 0.99);
    }

    @Override
    public String name() {
        return "lion";
    }

    @Override
    public String help() {
        return "steps by the same amount everywhere, up or down, and needs a third to a tenth of the learning rate of adamw";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.BETA1, Coefficients.BETA2);
    }

    @Override
    public List<Parameter<?>> standards() {
        return List.of(Coefficients.LEARNING_RATE.withDefault(3e-4), Coefficients.BETA2.withDefault(0.99));
    }

    @Override
    public Lion with(Configuration configuration) {
        return new Lion(
                configuration.find(Coefficients.BETA1).orElse(beta1),
                configuration.find(Coefficients.BETA2).orElse(beta2));
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayWeights(weights);
        var mean = slots.get(0);
        Updates.addSign(weights, Updates.averaged(mean, gradients, beta1), -step.rate());
        Updates.average(mean, gradients, beta2);
    }
}
