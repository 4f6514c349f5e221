package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;

/** The parameters that optimisers share. */
public final class Coefficients {
    /** From none to the most that still settles; higher values differ by what is missing to 1. */
    public static final RealParameter MOMENTUM = Parameter.real("momentum", 0, 0.99)
            .reverseLogarithmic()
            .withDefault(0.9)
            .with(About.NOTHING
                    .withHelp(
                            "How much of the previous steps is kept in each step, like a heavy ball rolling downhill. 0 is "
                                    + "none; at 1 it would never come to rest.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** Of sgd: whether the step looks ahead along the momentum. */
    public static final BooleanParameter NESTEROV = Parameter.bool("nesterov")
            .withDefault(true)
            .with(About.NOTHING.withHelp(
                    "Whether each step already looks where the momentum is about to carry it, which "
                            + "often settles a little sooner. Without momentum it changes nothing."));

    /** Of adam and its relatives; 0.99 averages over some hundred steps. */
    public static final RealParameter BETA1 = Parameter.real("beta1", 0, 0.99)
            .reverseLogarithmic()
            .withDefault(0.9)
            .with(About.NOTHING
                    .withHelp(
                            "How long the direction of steps is averaged: 0.9 over some ten steps, 0.99 over some hundred. "
                                    + "0 is no average; at 1 the first step would last for ever.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** Of adam and its relatives; below 0.9 the size of steps jumps about, above 0.9999 it never learns. */
    public static final RealParameter BETA2 = Parameter.real("beta2", 0.9, 0.9999)
            .reverseLogarithmic()
            .withDefault(0.999)
            .with(About.NOTHING
                    .withHelp(
                            "How long the size of gradients is averaged, by which steps are scaled: 0.999 over some "
                                    + "thousand steps. Below 0.9 the size of steps jumps about, above 0.9999 it hardly follows.")
                    .withUsualChange(new UsualChange.Difference(0.009)));

    /** Of those that divide by the size of gradients; its use grew from keeping off a division by 0. */
    public static final RealParameter EPSILON = Parameter.real("epsilon", 1e-10, 0.1)
            .logarithmic()
            .withDefault(1e-8)
            .with(About.NOTHING
                    .withHelp("Added to the size of gradients before steps are divided by it. Larger values keep steps "
                            + "small where gradients are tiny; below 1e-10 it is lost in rounding, and from 0.1 on nothing is "
                            + "scaled any more.")
                    .withUsualChange(new UsualChange.Factor(10)));

    /** Of rmsprop and adadelta; 0.999 averages over some thousand steps. */
    public static final RealParameter RHO = Parameter.real("rho", 0, 0.999)
            .reverseLogarithmic()
            .withDefault(0.9)
            .with(About.NOTHING
                    .withHelp(
                            "How long the size of gradients is averaged, by which steps are scaled: 0.9 over some ten "
                                    + "steps, 0.99 over some hundred. 0 is no average; at 1 nothing would ever be forgotten.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** The learning rate, whatever the optimiser: how far a step goes. */
    public static final RealParameter LEARNING_RATE = Parameter.real("learning_rate", 1e-5, 1)
            .logarithmic()
            .withDefault(3e-3)
            .with(About.NOTHING
                    .withHelp("How large each step is. Below 1e-5 hardly anything changes, above 1 nothing settles. "
                            + "Usually the setting that matters most.")
                    .withUsualChange(new UsualChange.Factor(3)));

    private Coefficients() {}
}
