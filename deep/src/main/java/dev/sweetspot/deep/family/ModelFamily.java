package dev.sweetspot.deep.family;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;

/** A kind of network, with its own part of the search space; found by its name in {@code META-INF/services}. */
public interface ModelFamily {
    /** As people write it: "cnn". */
    String name();

    /** One sentence for people who do not train networks for a living. */
    String help();

    /** Its own parameters; they are active where this family is chosen. */
    List<Parameter<?>> parameters(DataSize data);

    /** The network of a configuration in words: "a convolutional network of 3 blocks, ...". */
    String inWords(Configuration configuration);

    /** The network of a configuration. */
    Network network(Configuration configuration, DataSize data);

    /**
     * What defaults depend on.
     *
     * @param images how many to train on
     */
    record DataSize(ImageShape shape, int images, int classes) {}
}
