package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * RMSprop (Tieleman and Hinton 2012): {@code b = p b + (1 - p) g^2; w -= r g / (sqrt(b) + e)}. The decay is added to the
 * gradient.
 *
 * @param rho p, from 0 to below 1
 * @param epsilon e, above 0
 */
public record RmsProp(double rho, double epsilon) implements Optimizer {
    /** An average over some ten steps. */
    public RmsProp() {
        this(Coefficients.RHO.defaultValue(), Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public String help() {
        return "scales each step by the recent size of gradients";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.RHO, Coefficients.EPSILON);
    }

    @Override
    public List<Parameter<?>> standards() {
        return List.of(Coefficients.LEARNING_RATE.withDefault(1e-3));
    }

    @Override
    public RmsProp with(Configuration configuration) {
        return new RmsProp(
                configuration.find(Coefficients.RHO).orElse(rho),
                configuration.find(Coefficients.EPSILON).orElse(epsilon));
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        var square = slots.get(0);
        Updates.averageSquares(square, gradients, rho);
        weights.addQuotient(gradients, Updates.root(square, 1, 0, epsilon), -step.rate());
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of("torch.optim.RMSprop(groups, lr=" + rate + ", alpha=" + rho + ", eps=" + epsilon + ")");
    }
}
