package dev.sweetspot.space;

/**
 * How a number's range is spread over the unit interval: which changes count as equally large. A step goes with any of
 * them.
 */
public enum Scale {
    /** Equal differences are equal: dropout, number of layers. */
    LINEAR("linear"),
    /** Equal factors are equal: learning rate, weight decay. Needs a lower bound above 0. */
    LOGARITHMIC("log"),
    /**
     * Equal factors of the distance to the upper end are equal: momentum and beta2, for which 0.9, 0.99, 0.999 are
     * evenly spaced. The distance is counted from {@code high + low} mirrored, so that the map is the logarithmic one
     * read backwards; needs a lower bound above 0 or, for ranges that start at 0, counts 1 - value (both ends below 1).
     */
    REVERSE_LOGARITHMIC("reverse-log"),
    /**
     * Equal factors are equal, and 0 belongs to it: weight decay, penalties. What is less than a millionth of the upper end is
     * as good as nothing: {@code ln(value + high / 1,000,000)}. Needs a lower bound of 0 or more; for real numbers.
     */
    LOGARITHMIC_FROM_ZERO("log-from-zero");

    private final String word;

    Scale(String word) {
        this.word = word;
    }

    /** As study files write it. */
    public String word() {
        return word;
    }
}
