package dev.sweetspot.studio.playground;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How fast a playground goes. Both networks go through as many epochs in the same time, whatever their batches. */
public enum Pace {
    /** One epoch a second: each step can be seen. */
    SLOW(1),
    /** Ten a second. */
    USUAL(10),
    /** As fast as it can be computed. */
    FAST(Double.POSITIVE_INFINITY);

    private final double epochsASecond;

    Pace(double epochsASecond) {
        this.epochsASecond = epochsASecond;
    }

    double epochsASecond() {
        return epochsASecond;
    }

    /** As requests have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Pace::word).toList();
    }

    /**
     * The pace of a word.
     *
     * @throws InvalidInputException when there is none, with the nearest
     */
    public static Pace named(String word) {
        return Arrays.stream(values())
                .filter(pace -> pace.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidInputException("pace", word, "is not known", DidYouMean.maybe(word, words())));
    }
}
