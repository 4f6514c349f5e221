package dev.sweetspot.classic.family;

/** A fitted model. It may hold memory outside of the heap, so that whoever has it closes it. Safe for one thread. */
public interface ClassicModel extends AutoCloseable {
    /**
     * What it says of rows.
     *
     * @param rows of as many columns as it learnt from
     * @return a row each: the probabilities of all classes, which sum to 1; or one number, on the scale of the targets
     */
    float[][] predict(Matrix rows);

    /** How many steps its fit had: rounds of boosting, for example; 1 where it has none. */
    int steps();

    /** For a file. */
    byte[] bytes();

    /** Frees its memory. */
    @Override
    default void close() {}
}
