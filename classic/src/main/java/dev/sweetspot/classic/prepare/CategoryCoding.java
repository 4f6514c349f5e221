package dev.sweetspot.classic.prepare;

import java.util.Locale;

/** How categories become numbers. */
public enum CategoryCoding {
    /** A column of 0 and 1 for each. */
    ONE_HOT,
    /** One column: 0, 1, 2 and so on in the order of the alphabet. */
    ORDINAL,
    /** One column: which share of the training rows is of it. */
    FREQUENCY,
    /** The mean of what is to be predicted, a column for each class (one of two), drawn to the mean of all rows where rows are few. */
    TARGET;

    /** The word in commands and files: one-hot. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CategoryCoding named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
