package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import java.util.List;
import java.util.Optional;

/**
 * Adam that looks ahead (Dozat 2016), with his momentum schedule {@code m_t = b1 (1 - 0.96^(0.004 t) / 2)} and M_t the product
 * of all m so far: {@code w -= r (m_(t+1) a / (1 - M_(t+1)) + (1 - m_t) g / (1 - M_t)) / (sqrt(b / (1 - b2^t)) + e)}. The
 * decay is added to the gradient.
 *
 * @param beta1 b1, from 0 to below 1
 * @param beta2 b2, from 0 to below 1
 * @param epsilon e, above 0
 */
public record Nadam(double beta1, double beta2, double epsilon) implements AdaptiveMoments {
    private static final double PACE = 0.004;
    private static final double NOTHING = 1e-20;

    private double momentum(long step) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, step * PACE));
    }

    /** After some hundred steps it is nothing beside 1. */
    private double product(long steps) {
        double product = 1;
        for (long i = 1; i <= steps && product > NOTHING; i++) {
            product *= momentum(i);
        }
        return product;
    }

    /** As the paper has it. */
    public Nadam() {
        this(Coefficients.BETA1.defaultValue(), Coefficients.BETA2.defaultValue(), Coefficients.EPSILON.defaultValue());
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public String help() {
        return "is adam that looks ahead along its momentum";
    }

    @Override
    public Nadam with(double otherBeta1, double otherBeta2, double otherEpsilon) {
        return new Nadam(otherBeta1, otherBeta2, otherEpsilon);
    }

    @Override
    public void step(Tensor weights, Tensor gradients, List<Tensor> slots, Step step) {
        step.decayGradients(weights, gradients);
        var mean = slots.get(0);
        var square = slots.get(1);
        Updates.average(mean, gradients, beta1);
        Updates.averageSquares(square, gradients, beta2);
        var divisor = Updates.root(square, step.shortfall(beta2), 0, epsilon);
        double now = momentum(step.number());
        double next = momentum(step.number() + 1);
        double product = product(step.number());
        weights.addQuotient(gradients, divisor, -step.rate() * (1 - now) / (1 - product));
        weights.addQuotient(mean, divisor, -step.rate() * next / (1 - product * next));
    }

    @Override
    public Optional<String> torch(double rate) {
        return Optional.of(inTorch("NAdam", rate, ""));
    }
}
