package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Adadelta (Zeiler 2012): {@code b = p b + (1 - p) g^2; s = g sqrt(u + e) / sqrt(b + e); u = p u + (1 - p) s^2; w -= r s}. The
 * decay is added to the gradient.
 *
 * @param rho p, from 0 to below 1
 * @param epsilon e, above 0
 */
public record Adadelta(double rho, double epsilon) implements Optimizer {
    /** With the first steps of about a thousandth. */
    public Adadelta() {
        this(Coefficients.RHO.defaultValue(), 1e-6);
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public String help() {
        return "finds the size of steps by itself, with a learning rate near 1";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.RHO, Coefficients.EPSILON);
    }

    @Override
    public List<Parameter<?>> standards() {
        return List.of(Coefficients.LEARNING_RATE.withDefault(1.0), Coefficients.EPSILON.withDefault(1e-6));
    }

    @Override
    public Adadelta with(Configuration configuration) {
        return new Adadelta(
                configuration.find(Coefficients.RHO).orElse(rho),
                configuration.find(Coefficients.EPSILON).orElse(epsilon));
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        var square = slots.get(0);
        var moved = slots.get(1);
        Updates.averageSquares(square, gradients, rho);
        var change = Updates.productQuotient(
                gradients, Updates.root(moved, 1, epsilon, 0), Updates.root(square, 1, epsilon, 0));
        Updates.averageSquares(moved, change, rho);
        weights.add(change, -step.rate());
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of("torch.optim.Adadelta(groups, lr=" + rate + ", rho=" + rho + ", eps=" + epsilon + ")");
    }
}
