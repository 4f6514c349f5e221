package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/**
 * Adam and its relatives: a running mean a of the gradients, and one of how large they are, by which each number's step is
 * divided.
 */
interface AdaptiveMoments extends Optimizer {
    /** How much of the mean of gradients is kept at each step, from 0 to below 1. */
    double beta1();

    /** How much is kept of how large they are, from 0 to below 1. */
    double beta2();

    /** What is added to the divisor, above 0. */
    double epsilon();

    /** The same with other settings. */
    Optimizer with(double beta1, double beta2, double epsilon);

    @Override
    default List<Parameter<?>> parameters() {
        return List.of(Coefficients.BETA1, Coefficients.BETA2, Coefficients.EPSILON);
    }

    @Override
    default Optimizer with(Configuration configuration) {
        return with(
                configuration.find(Coefficients.BETA1).orElse(beta1()),
                configuration.find(Coefficients.BETA2).orElse(beta2()),
                configuration.find(Coefficients.EPSILON).orElse(epsilon()));
    }

    @Override
    default int slots() {
        return 2;
    }

    /**
     * How PyTorch calls one that has these settings.
     *
     * @param name of its class
     * @param more arguments behind these, with a comma before each
     */
    default String inTorch(String name, double rate, String more) {
        return "torch.optim." + name + "(groups, lr=" + rate + ", betas=(" + beta1() + ", " + beta2() + "), eps="
                + epsilon() + more + ")";
    }
}
