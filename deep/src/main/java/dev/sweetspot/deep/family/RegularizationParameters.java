package dev.sweetspot.deep.family;

import dev.sweetspot.deep.training.Regularization;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;

/** What keeps a network from learning its examples by heart. */
public final class RegularizationParameters {
    /** Of kernels; biases and normalisations do not decay. */
    public static final RealParameter WEIGHT_DECAY = Parameter.real("weight_decay", 1e-7, 0.1)
            .logarithmic()
            .withDefault(1e-3)
            .with(Hyperparameters.help(
                            "How strongly large numbers in the network are pulled towards 0, so that it does not learn its "
                                    + "training images by heart. 1e-7 is as good as none; above 0.1 nothing is learnt.")
                    .withUsualChange(new UsualChange.Factor(10)));

    private RegularizationParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return space.with(WEIGHT_DECAY);
    }

    static Regularization of(Configuration configuration) {
        return new Regularization(configuration.get(WEIGHT_DECAY));
    }
}
