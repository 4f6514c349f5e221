package dev.sweetspot.data.format;

import dev.sweetspot.data.Progress;
import dev.sweetspot.form.InvalidInputException;
import java.util.OptionalInt;

/**
 * How data is loaded.
 *
 * @param inputSize height and width that every image gets; empty to follow the data
 * @param threads how many threads decode, at least 1
 * @param progress told how far it is
 */
public record LoadOptions(OptionalInt inputSize, int threads, Progress progress) {
    /** Smaller images say nothing. */
    static final int SMALLEST = 8;

    /** Follows the data, silently. */
    public static LoadOptions automatic(int threads) {
        return new LoadOptions(OptionalInt.empty(), threads, Progress.SILENT);
    }

    /** Checks the ranges. */
    public LoadOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ": must be at least 1");
        }
        inputSize.ifPresent(size -> {
            if (size < SMALLEST || size > 512) {
                throw new InvalidInputException("input_size", size, "must be from 8 to 512", "64?");
            }
        });
    }
}
