package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Adagrad (Duchi, Hazan and Singer 2011): {@code b = b + g^2; w -= r g / (sqrt(b) + e)}. The decay is added to the gradient.
 *
 * @param epsilon e, above 0
 */
public record Adagrad(double epsilon) implements Optimizer {
    /** Against a division by 0 alone. */
    public Adagrad() {
        this(1e-10);
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public String help() {
        return "makes steps smaller the more a number has moved, and needs a higher learning rate";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.EPSILON);
    }

    @Override
    public List<Parameter<?>> standards() {
        return List.of(Coefficients.LEARNING_RATE.withDefault(1e-2), Coefficients.EPSILON.withDefault(1e-10));
    }

    @Override
    public Adagrad with(Configuration configuration) {
        return new Adagrad(configuration.find(Coefficients.EPSILON).orElse(epsilon));
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        var sum = slots.get(0);
        sum.addProduct(gradients, gradients, 1);
        weights.addQuotient(gradients, Updates.root(sum, 1, 0, epsilon), -step.rate());
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of("torch.optim.Adagrad(groups, lr=" + rate + ", eps=" + epsilon + ")");
    }
}
