package dev.sweetspot.space;

/** The step in which people change a number by hand: the learning rate by a factor of 3, the dropout by 0.1. */
public sealed interface UsualChange {
    /** "x3", "+-0.1". */
    String inWords();

    /**
     * Multiply or divide.
     *
     * @param factor above 1
     */
    record Factor(double factor) implements UsualChange {
        /** Checks the range. */
        public Factor {
            if (!(factor > 1)) {
                throw new IllegalArgumentException("factor = " + factor + ": must be above 1");
            }
        }

        @Override
        public String inWords() {
            return "x" + Numbers.plain(factor);
        }
    }

    /**
     * Add or subtract.
     *
     * @param difference above 0
     */
    record Difference(double difference) implements UsualChange {
        /** Checks the range. */
        public Difference {
            if (!(difference > 0)) {
                throw new IllegalArgumentException("difference = " + difference + ": must be above 0");
            }
        }

        @Override
        public String inWords() {
            return "+-" + Numbers.plain(difference);
        }
    }
}
