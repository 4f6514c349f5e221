package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.prepare.Scaler;
import java.util.Locale;

/** What stands in the place of a missing number. It is learnt of the training rows. */
public enum Imputation {
    /** Nothing: the model knows what to do. */
    NONE,
    /** The median. */
    MEDIAN,
    /** The mean. */
    MEAN,
    /** The most frequent number; of equally frequent ones the least. */
    MOST_FREQUENT,
    /** 0. */
    ZERO;

    /** The word in commands and files: most-frequent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Imputation named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * What it is for these numbers; 0 where none is known.
     *
     * @param values NaN where one is missing
     */
    float of(float[] values) {
        if (this == NONE) {
            return Float.NaN;
        }
        var known = Scaler.known(values);
        if (known.length == 0 || this == ZERO) {
            return 0;
        }
        return switch (this) {
            case MEDIAN -> (float) (((double) known[(known.length - 1) / 2] + known[known.length / 2]) / 2);
            case MEAN -> mean(known);
            case MOST_FREQUENT -> mostFrequent(known);
            default -> throw new IllegalStateException(word());
        };
    }

    private static float mean(float[] known) {
        double sum = 0;
        for (float value : known) {
            sum += value;
        }
        return (float) (sum / known.length);
    }

    private static float mostFrequent(float[] sorted) {
        float best = sorted[0];
        int most = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                best = sorted[from];
            }
        }
        return best;
    }
}
