package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Locale;

/** What networks of every family have inside. */
public final class NetworkParameters {
    /** Above 0.7 too little is left to learn from. */
    public static final RealParameter DROPOUT = Parameter.real("dropout", 0, 0.7)
            .withStep(0.1)
            .withDefault(0.2)
            .with(Hyperparameters.help(
                            "The share of connections that is switched off at random in each step, so that the network does "
                                    + "not rely on any single one.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    /** {@link ActivationFunction}. */
    public static final CategoricalParameter<String> ACTIVATION = Parameter.categorical(
                    "activation", "relu", "leaky_relu", "elu", "gelu", "silu", "tanh")
            .with(Hyperparameters.help(
                    "What each unit does with the sum of its inputs. relu is the usual one; the others are smoother."));

    /** Batch normalisation (Ioffe and Szegedy 2015), or none. */
    public static final CategoricalParameter<String> NORMALIZATION = Parameter.categorical(
                    "normalization", "batch", "none")
            .with(Hyperparameters.help(
                    "Whether values inside the network are brought to a common scale, which makes training quicker "
                            + "and steadier."));

    private NetworkParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return space.with(ACTIVATION).with(NORMALIZATION).with(DROPOUT);
    }

    static ActivationFunction activation(Configuration configuration) {
        return ActivationFunction.valueOf(configuration.get(ACTIVATION).toUpperCase(Locale.ROOT));
    }
}
