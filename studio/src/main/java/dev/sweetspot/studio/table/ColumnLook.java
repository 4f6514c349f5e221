package dev.sweetspot.studio.table;

import java.util.List;

/**
 * A column at a glance.
 *
 * @param name as the header has it
 * @param number whether all of its values are numbers
 * @param missing rows that have no value
 * @param distinct different values; one more than {@link ColumnTally#MOST_WORDS} where there are more
 * @param low the smallest number; NaN of words
 * @param high the largest number
 * @param mean of the numbers
 * @param bars how many numbers lie in each of equal stretches from the smallest to the largest; empty of words
 * @param words the most frequent values, the most frequent first
 * @param problems what a person should look at, as clauses
 */
public record ColumnLook(
        String name,
        boolean number,
        int missing,
        int distinct,
        double low,
        double high,
        double mean,
        List<Integer> bars,
        List<Count> words,
        List<String> problems) {
    /** How often a value occurs. */
    public record Count(String word, int count) {}

    /** Keeps copies. */
    public ColumnLook {
        bars = List.copyOf(bars);
        words = List.copyOf(words);
        problems = List.copyOf(problems);
    }
}
