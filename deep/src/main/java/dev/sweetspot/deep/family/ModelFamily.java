package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kind of network, with its own part of the search space; found by its name in {@code META-INF/services}. */
public interface ModelFamily {
    /** As people write it: "cnn". */
    String name();

    /** One sentence for people who do not train networks for a living. */
    String help();

    /** Its own parameters; they are active where this family is chosen. */
    List<Parameter<?>> parameters(DataSize data);

    /** What else must hold for one of its own parameters to have an effect; nothing by default. */
    default List<Condition> conditions(Parameter<?> parameter) {
        return List.of();
    }

    /** Which of {@link NetworkParameters} its networks follow; all by default. */
    default List<Parameter<?>> inside() {
        return NetworkParameters.all();
    }

    /** Which of its parameters have nothing to act on in a configuration, where conditions cannot say so; none by default. */
    default List<Idle> idle(Configuration configuration) {
        return List.of();
    }

    /** Under which names the usual Python library keeps the weights of its layers, in their order; empty where it has none. */
    default List<String> usualKeys() {
        return List.of();
    }

    /** Whether it is tried where nobody names a family: quick to train, and often among the best. */
    default boolean usual() {
        return false;
    }

    /** The network of a configuration in words: "a convolutional network of 3 blocks, ...". */
    String inWords(Configuration configuration);

    /** The network of a configuration. */
    Network network(Configuration configuration, DataSize data);

    /** Whether it can learn from examples of this shape. */
    boolean takes(Shape input);

    /** Why it cannot learn from examples of a shape that it takes, as a clause; empty where it can. */
    default Optional<String> refusal(DataSize data) {
        return Optional.empty();
    }

    /** What its networks can learn; to predict classes and numbers by default. */
    default Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.CLASSIFICATION, Task.Kind.REGRESSION);
    }

    /**
     * What networks and their defaults depend on.
     *
     * @param input the shape of one example
     * @param examples how many to train on
     * @param outputs one for each class or each number that is to be predicted; as many as inputs where these are made again
     * @param oneLength whether all sequences are as long as the input, where examples are sequences
     */
    record DataSize(Shape input, int examples, int outputs, boolean oneLength) {
        /** Of examples that are all of one length. */
        public DataSize(Shape input, int examples, int outputs) {
            this(input, examples, outputs, true);
        }

        /**
         * The shape, where examples are images.
         *
         * @throws IllegalStateException where they are not: {@link #takes} says so before
         */
        public Shape.Image image() {
            if (input instanceof Shape.Image image) {
                return image;
            }
            throw new IllegalStateException(input + " is no image");
        }
    }
}
