package dev.sweetspot.deep.space;

import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** What keeps a network from learning its examples by heart. */
public final class RegularizationParameters {
    /** Of kernels; biases and normalisations do not decay. */
    public static final RealParameter WEIGHT_DECAY = Parameter.real("weight_decay", 0, 0.1)
            .logarithmicFromZero()
            .withDefault(1e-3)
            .with(About.help(
                            "How strongly large numbers in the network are pulled towards 0 in each step, so that it does not "
                                    + "learn its training examples by heart. 0 is not at all; above 0.1 nothing is learnt.")
                    .withUsualChange(new UsualChange.Factor(10)));

    /** Of kernels. */
    public static final RealParameter L1 = Parameter.real("l1", 0, 0.1)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help(
                            "A penalty for the size of the network's numbers, which brings those that are not needed to 0. 0 is "
                                    + "none, 0.00001 a usual one; above 0.1 nothing is learnt.")
                    .withUsualChange(new UsualChange.Factor(10)));

    /** Of kernels. */
    public static final RealParameter L2 = Parameter.real("l2", 0, 0.1)
            .logarithmicFromZero()
            .withDefault(0)
            .with(About.help(
                            "A penalty for the squares of the network's numbers, which keeps all of them small. 0 is none, 0.0001 a "
                                    + "usual one; above 0.1 nothing is learnt. weight_decay does nearly the same and is usually "
                                    + "enough.")
                    .withUsualChange(new UsualChange.Factor(10)));

    /** In steps of a tenth, the smallest that is of use. */
    public static final RealParameter GRADIENT_CLIP = Parameter.real("gradient_clip", 0, 10)
            .withStep(0.1)
            .withDefault(0)
            .with(About.help(
                            "The greatest length of a gradient: longer ones are shortened, so that a few odd examples cannot "
                                    + "throw the network off its course. 0 is any length; below 0.1 every step would be "
                                    + "shortened, and gradients above 10 are seldom.")
                    .withUsualChange(new UsualChange.Factor(3)));

    /** Beyond 0.9999 it takes longer than a training to follow. */
    public static final RealParameter EMA = Parameter.real("ema", 0, 0.9999)
            .reverseLogarithmic()
            .withDefault(0)
            .with(About.help(
                            "How slowly an average follows the network's numbers, which is then used in the place of the "
                                    + "last ones and is often a little better: 0.99 averages over some hundred steps. 0 is no "
                                    + "average; beyond 0.9999 it would take longer than a training to follow.")
                    .withUsualChange(new UsualChange.Difference(0.009)));

    /** Of kernels, whose spread differs from layer to layer; above 0.3 of it the noise begins to hide what is to be learnt. */
    public static final RealParameter WEIGHT_NOISE = Parameter.real("weight_noise", 0, 0.3)
            .withStep(0.05)
            .withDefault(0)
            .with(new About(
                    "of the spread of each layer's numbers",
                    "How much random noise is added to the network's numbers themselves while each step is computed, and "
                            + "taken away again before they are changed, so that it finds values that need not be exact. "
                            + "0 is none; above 0.3 the noise hides what is to be learnt.",
                    Optional.of(new UsualChange.Difference(0.05))));

    private RegularizationParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return space.with(WEIGHT_DECAY)
                .with(L1)
                .with(L2)
                .with(GRADIENT_CLIP)
                .with(EMA)
                .with(WEIGHT_NOISE);
    }

    static Regularization of(Configuration configuration) {
        return new Regularization(
                value(configuration, WEIGHT_DECAY),
                value(configuration, L1),
                value(configuration, L2),
                value(configuration, GRADIENT_CLIP),
                value(configuration, EMA),
                value(configuration, WEIGHT_NOISE));
    }

    /** Spaces of before it could be set do not have it. */
    private static double value(Configuration configuration, RealParameter parameter) {
        return configuration.find(parameter).orElse(parameter.defaultValue());
    }
}
