package dev.sweetspot.insight.result;

import java.util.stream.IntStream;

/** So many of some marks that they can be looked at. */
final class Thinned {
    /** More marks than that in a picture are a cloud to the eye, and slow to paint. */
    static final int MOST = 5_000;

    private Thinned() {}

    /** At most so many of the places 0 to all - 1, evenly picked, the first and the last among them. */
    static int[] evenly(int all, int most) {
        return all <= most
                ? IntStream.range(0, all).toArray()
                : IntStream.range(0, most)
                        .map(i -> (int) ((long) i * (all - 1) / (most - 1)))
                        .toArray();
    }
}
