package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.initializer.Initializer;
import dev.sweetspot.deep.network.initializer.Initializers;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What networks of nearly every family have inside. */
public final class NetworkParameters {
    /** Above 0.7 too little is left to learn from. */
    public static final RealParameter DROPOUT = Parameter.real("dropout", 0, 0.7)
            .withStep(0.1)
            .withDefault(0.2)
            .with(About.help(
                            "The share of connections that is switched off at random in each step, so that the network does "
                                    + "not rely on any single one.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    /** {@link ActivationFunction}. */
    public static final CategoricalParameter<String> ACTIVATION = Parameter.categorical(
                    "activation",
                    "relu",
                    "leaky_relu",
                    "elu",
                    "selu",
                    "gelu",
                    "silu",
                    "mish",
                    "softplus",
                    "tanh",
                    "sigmoid")
            .with(About.help("What each unit does with the sum of its inputs. relu is the usual one; silu, gelu "
                    + "and mish are smoother; tanh and sigmoid, the oldest, let little through many layers."));

    /** {@link Style#normalization}. */
    public static final CategoricalParameter<String> NORMALIZATION = Parameter.categorical(
                    "normalization", "batch", "none", "layer", "group")
            .with(About.help(
                    "Whether values inside the network are brought to a common scale, which makes training quicker "
                            + "and steadier: over the batch, over the channels of each place (layer), over eight groups of "
                            + "channels of each image (group, for small batches), or not at all."));

    /** Of the inputs, which have a deviation of about 1; above 0.3 the noise begins to hide what is to be learnt. */
    public static final RealParameter NOISE = Parameter.real("noise", 0, 0.3)
            .withStep(0.05)
            .withDefault(0)
            .with(About.help(
                            "How much random noise is added to the inputs while training, in units of their own spread, so "
                                    + "that the network does not hang on every detail.")
                    .withUsualChange(new UsualChange.Difference(0.05)));

    /** {@link Initializer}. */
    public static final CategoricalParameter<String> INITIALIZER = Parameter.categorical(
                    "initializer",
                    Initializers.all().stream().map(Initializer::name).toArray(String[]::new))
            .with(About.help("How the network's numbers are drawn before it has learnt anything. "
                    + Initializers.all().stream()
                            .map(each -> each.name() + ": " + each.help())
                            .collect(Collectors.joining(" "))));

    private NetworkParameters() {}

    /** All of them, in order. */
    static List<Parameter<?>> all() {
        return List.of(ACTIVATION, NORMALIZATION, DROPOUT, NOISE, INITIALIZER);
    }

    /** The usual one where a family has its own. */
    static ActivationFunction activation(Configuration configuration) {
        var name = configuration.find(ACTIVATION).orElse(ACTIVATION.defaultValue());
        return ActivationFunction.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
