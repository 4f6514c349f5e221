package dev.sweetspot.insight.chart;

import java.util.List;
import java.util.Optional;

/** What one direction of a picture means. */
public sealed interface Axis {
    /** What lies on it, in words: "learning rate". */
    String name();

    /** How numbers lie on it. */
    enum Scale {
        /** Equal steps are equal differences. */
        LINEAR,
        /** Equal steps are equal ratios; only numbers above 0. */
        LOGARITHMIC
    }

    /**
     * An axis of numbers.
     *
     * @param unit of the numbers: "s"; empty for none
     * @param range what shall be seen of it; empty for what the marks need
     */
    record Numbers(String name, String unit, Scale scale, Optional<Range> range) implements Axis {
        /** Equal steps are equal differences, as far as the marks reach. */
        public static Numbers linear(String name, String unit) {
            return new Numbers(name, unit, Scale.LINEAR, Optional.empty());
        }

        /** Equal steps are equal ratios, as far as the marks reach. */
        public static Numbers logarithmic(String name, String unit) {
            return new Numbers(name, unit, Scale.LOGARITHMIC, Optional.empty());
        }

        /** The same from low to high. */
        public Numbers from(double low, double high) {
            return new Numbers(name, unit, scale, Optional.of(new Range(low, high)));
        }
    }

    /** An axis of words; a mark's number is the place of its word, from 0. */
    record Words(String name, List<String> words) implements Axis {
        /** Keeps a copy. */
        public Words {
            words = List.copyOf(words);
        }
    }

    /** From one number to a larger one. */
    record Range(double low, double high) {
        /**
         * A range.
         *
         * @throws IllegalArgumentException when low is not below high
         */
        public Range {
            if (!(low < high)) {
                throw new IllegalArgumentException("range = " + low + " to " + high + ": low must be below high");
            }
        }
    }
}
