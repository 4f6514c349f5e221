package dev.sweetspot.insight;

import java.util.stream.IntStream;

/** Some of many, evenly picked by their place, so that no stretch of them is left out. */
public final class Evenly {
    private Evenly() {}

    /**
     * At most so many of the places from 0 to all - 1, the first and the last among them.
     *
     * @param most at least 2 where there are more
     */
    public static int[] places(int all, int most) {
        return all <= most
                ? IntStream.range(0, all).toArray()
                : IntStream.range(0, most)
                        .map(i -> (int) ((long) i * (all - 1) / (most - 1)))
                        .toArray();
    }
}
