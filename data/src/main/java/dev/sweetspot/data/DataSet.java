package dev.sweetspot.data;

import java.util.Optional;

/**
 * Data in memory, of any kind: items in a fixed order, each with a name, and what can be learnt from them. Immutable and
 * safe for any number of threads.
 */
public sealed interface DataSet permits ImageSet, TableSet, SequenceSet {
    /** Number of items. */
    int size();

    /** What item {@code i} is called inside the data: a path, a row. Show it with {@link Shown#name}. */
    String name(int i);

    /** What names are in tables: "file". */
    String nameColumn();

    /** What is known of the items. */
    Task task();

    /** Items that belong together, if the data says so. */
    Optional<Groups> groups();

    /** When the items were, if the data says so and parts follow it. */
    default Optional<Moments> moments() {
        return Optional.empty();
    }

    /** The sha-256 of what a model sees of item {@code i}: equal for items that a model cannot tell apart. */
    byte[] digest(int i);

    /**
     * The sha-256, in hexadecimal, of the content: what a model sees, what is known, and the names. The same on every
     * machine and for every place the data may lie in.
     */
    String hash();

    /** What so many items are called: "image" for 1, else "images". */
    String noun(int count);

    /** What the items are called, in the plural: "images". */
    default String noun() {
        return noun(2);
    }
}
