package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import java.util.random.RandomGenerator;

/**
 * What a training learns from: knows how each example becomes numbers in a batch, scaled as the training part says and, while
 * training, changed at random. One class for each kind of data. Safe for many threads; each thread has its own
 * {@link Writer}.
 */
public interface Examples {
    /** The shape of one example, as the network takes it. */
    Shape shape();

    /** What the outputs are compared with. */
    Targets targets();

    /**
     * The class of an example.
     *
     * @throws IllegalStateException where there are no classes
     */
    default int classOf(int example) {
        throw new IllegalStateException("example " + example + " has no class");
    }

    /**
     * What writes examples into batches of a type: for one thread.
     *
     * @param type of the inputs
     */
    Writer writer(ElementType type);

    /** Writes examples into batches. Not safe for several threads. */
    interface Writer {
        /**
         * Inputs and targets as a step of a training sees them.
         *
         * @param examples the indices, as many as the batch has room for
         * @param random the step's own: what is changed follows from it alone
         */
        void fill(Batch batch, int[] examples, RandomGenerator random);

        /** Inputs as they are, for predictions; targets are left alone. */
        void fill(Batch batch, int[] examples);
    }
}
