package dev.sweetspot.deep.training.sampling;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.space.Configuration;
import java.util.random.RandomGenerator;

/**
 * In which order an epoch goes through the examples. Batches are taken from it one after another; examples at its end that do
 * not fill a batch are left out of this epoch.
 */
public interface Sampling extends Option<Sampling> {
    /** Whether it asks for the classes of examples, and so makes no sense where there are none. */
    boolean byClass();

    /**
     * The order of one epoch.
     *
     * @param examples the indices to learn from, not changed
     * @param classes the class of each of them where it is {@link #byClass}, else nothing
     * @param random the epoch's own
     * @return as many as there are examples
     */
    int[] order(int[] examples, int[] classes, RandomGenerator random);

    @Override
    default Sampling with(Configuration configuration) {
        return this;
    }
}
