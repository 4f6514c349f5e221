package dev.sweetspot.math.sequence;

/** An endless sequence of points of the unit cube. Immutable: each point is a function of its index alone. */
public sealed interface Sequence permits Sobol, Halton {
    /** The number of coordinates. */
    int dimensions();

    /**
     * A point.
     *
     * @param index from 0 to 2^32 - 1
     * @return coordinates at least 0 and below 1
     * @throws IllegalArgumentException when the index is outside its range
     */
    double[] point(long index);
}
