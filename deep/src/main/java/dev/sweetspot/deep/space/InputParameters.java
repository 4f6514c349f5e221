package dev.sweetspot.deep.space;

import dev.sweetspot.deep.training.rescaling.Rescaling;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.stream.Collectors;

/** How images are prepared for a network, in training and ever after. */
public final class InputParameters {
    /** Each way that is installed. */
    public static final CategoricalParameter<String> RESCALE = Parameter.categorical(
                    "rescale",
                    Rescaling.installed().stream().map(Rescaling::name).toArray(String[]::new))
            .with(About.NOTHING.withHelp(
                    "How the values of pixels are brought to a scale that networks learn well from: "
                            + Rescaling.installed().stream()
                                    .map(each -> each.name() + " " + each.help())
                                    .collect(Collectors.joining("; "))
                            + "."));

    private InputParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return space.with(RESCALE);
    }

    /** As configurations of before, which say nothing of it, had it: the usual one. */
    public static Rescaling rescaling(Configuration configuration) {
        return Rescaling.named(configuration.find(RESCALE).orElse(RESCALE.defaultValue()));
    }
}
