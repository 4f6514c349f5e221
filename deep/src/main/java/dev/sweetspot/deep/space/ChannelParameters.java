package dev.sweetspot.deep.space;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.OptionalInt;

/** Whether images are seen in grey or in colour. A part of a space where somebody asks for it; images are as stored otherwise. */
public final class ChannelParameters {
    private static final String GREY = "grey";
    private static final String COLOUR = "colour";

    /** Grey has one channel, colour has three. */
    public static final CategoricalParameter<String> CHANNELS = Parameter.categorical("channels", COLOUR, GREY)
            .with(About.help(
                    "Whether images are seen in colour or in grey. Grey is for where colour says nothing, or says who "
                            + "stained and not what is seen; grey images can be given three equal channels for networks that want "
                            + "three. By default images are seen as they are stored."));

    private ChannelParameters() {}

    /**
     * How many channels images have in a configuration; empty for as many as are stored.
     *
     * @throws InvalidInputException when those stored are neither grey nor colours
     */
    public static OptionalInt of(Configuration configuration, ImageSet stored) {
        var asked = configuration.find(CHANNELS);
        if (asked.isEmpty()) {
            return OptionalInt.empty();
        }
        if (stored.channels() != 1 && stored.channels() != 3) {
            throw new InvalidInputException(
                    CHANNELS.name(),
                    asked.get(),
                    "is for grey or coloured images, and these have " + stored.channels()
                            + " channels: what each of them means nobody can guess",
                    "leave it out?");
        }
        return OptionalInt.of(asked.get().equals(GREY) ? 1 : 3);
    }
}
