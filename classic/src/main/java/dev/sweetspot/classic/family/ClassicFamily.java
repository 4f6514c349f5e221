package dev.sweetspot.classic.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.io.IOException;
import java.util.Set;

/** A kind of classical model, with its own part of the search space; found by its name in {@code META-INF/services}. */
public interface ClassicFamily {
    /** As people write it: "xgboost". */
    String name();

    /** One sentence for people who do not do this for a living. */
    String help();

    /** What it can learn: classes and numbers by default. */
    default Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.CLASSIFICATION, Task.Kind.REGRESSION);
    }

    /** What it needs of its numbers: it says which part of the preparation matters. */
    Intake intake();

    /** Whether rows can count more than others, so that weights of classes make sense. */
    default boolean weighs() {
        return true;
    }

    /** Whether it is tried where nobody names a family: quick, and often among the best. */
    default boolean usual() {
        return true;
    }

    /** The same for a table at hand: what takes minutes for a fit is not tried unasked. */
    default boolean usual(TableSize data) {
        return usual();
    }

    /**
     * Its own parameters, each with the family before its name: {@code xgboost.max_depth}.
     *
     * @param data of which it is to learn
     */
    SearchSpace space(TableSize data);

    /** The model of a configuration in words, as a clause: "boosted trees of at most 6 levels, ...". */
    String inWords(Configuration configuration);

    /**
     * Fits a model. The same arguments give the same bits, whatever the number of threads.
     *
     * @param rows at least two, of at least one column
     * @param targets as many, not all the same
     * @throws InterruptedException when who watches says so
     */
    ClassicModel fit(Matrix rows, Targets targets, Configuration configuration, Effort effort)
            throws InterruptedException;

    /**
     * A model from a file.
     *
     * @param bytes what {@link ClassicModel#bytes} gave
     * @throws IOException when they are none
     */
    ClassicModel read(byte[] bytes) throws IOException;
}
