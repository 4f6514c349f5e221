package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.FusedSteps;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * Stochastic gradient descent with momentum (Polyak 1964) as Sutskever et al. 2013 write it:
 * {@code v = m v + (g + d w); w -= r v}, or with Nesterov's look-ahead {@code w -= r (g + d w + m v)}.
 *
 * @param momentum m, from 0 to below 1
 * @param nesterov whether it looks ahead
 */
public record Sgd(double momentum, boolean nesterov) implements Optimizer {
    /** A momentum of 0.9 that looks ahead. */
    public Sgd() {
        this(Coefficients.MOMENTUM.defaultValue(), Coefficients.NESTEROV.defaultValue());
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String help() {
        return "is the plain rule, often a little better when tuned well";
    }

    @Override
    public String inWords() {
        return momentum == 0 ? "" : " with a momentum of " + Option.brief(momentum);
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(Coefficients.MOMENTUM, Coefficients.NESTEROV);
    }

    @Override
    public List<Parameter<?>> standards() {
        return List.of(Coefficients.LEARNING_RATE.withDefault(3e-2));
    }

    @Override
    public Sgd with(Configuration configuration) {
        return new Sgd(
                configuration.find(Coefficients.MOMENTUM).orElse(momentum),
                configuration.find(Coefficients.NESTEROV).orElse(nesterov));
    }

    @Override
    public int slots() {
        return momentum > 0 ? 1 : 0;
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        if (slots.isEmpty()) {
            weights.add(gradients, -step.rate());
            return;
        }
        FusedSteps.momentum(weights, gradients, slots.get(0), step.rate(), momentum, nesterov);
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of("torch.optim.SGD(groups, lr=" + rate + ", momentum=" + momentum
                + (nesterov && momentum > 0 ? ", nesterov=True)" : ")"));
    }
}
