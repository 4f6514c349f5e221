package dev.sweetspot.data.prepare;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the numbers of a column are brought to one scale. What is learnt for it is learnt on the training part. */
public enum Scaling {
    /** As they are. */
    NONE("Numbers as they are: only where all columns are alike already."),
    /** Less the mean, divided by the standard deviation (population). */
    STANDARD("Less the mean and divided by the standard deviation: the usual choice."),
    /** The least becomes 0, the greatest 1. */
    MIN_MAX("The least becomes 0 and the greatest 1: for numbers with firm ends."),
    /** Less the median, divided by the distance of the quartiles. */
    ROBUST("Less the median and divided by the distance of the quartiles: a few extreme values do no harm."),
    /** By its rank, evenly between the square root of 3 and its negative: mean 0, standard deviation 1. */
    QUANTILE("By rank, evenly spread: for numbers that are crowded in one place.");

    private final String help;

    Scaling(String help) {
        this.help = help;
    }

    /** The word in commands and files: none, standard, min-max, robust, quantile. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it does and when to take it, in a sentence. */
    public String help() {
        return help;
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Scaling::word).toList();
    }

    /**
     * The one of a word.
     *
     * @throws InvalidInputException when there is none, with the nearest
     */
    public static Scaling named(String word) {
        return Arrays.stream(values())
                .filter(scaling -> scaling.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "scaling", word, "must be one that is known", DidYouMean.maybe(word, words())));
    }
}
