package dev.sweetspot.data.format;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How data is loaded.
 *
 * @param inputSize height and width that every image gets; empty to follow the data
 * @param threads how many threads decode, at least 1
 * @param progress told how far it is
 * @param table what a person says about the task and the columns of a table
 */
public record LoadOptions(OptionalInt inputSize, int threads, Progress progress, TableOptions table) {
    /** Smaller images say nothing. */
    static final int SMALLEST = 8;

    /** Images that all agree are kept as they are up to this side. */
    static final int KEPT = 64;

    private static final int LARGEST = 64;
    private static final int LARGEST_DRAWN = 32;

    /** Follows the data, silently. */
    public static LoadOptions automatic(int threads) {
        return new LoadOptions(OptionalInt.empty(), threads, Progress.SILENT);
    }

    /** Nothing is said about tables. */
    public LoadOptions(OptionalInt inputSize, int threads, Progress progress) {
        this(inputSize, threads, progress, TableOptions.AUTOMATIC);
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

    /** The task, if it is one for which nothing is to be predicted: then classes are not looked at. */
    Optional<Task.Kind> blind() {
        return table.blind();
    }

    /** The longest side of images whose size nobody says: drawing large ones takes long. */
    int largest() {
        return blind().filter(task -> task == Task.Kind.GENERATION).isPresent() ? LARGEST_DRAWN : LARGEST;
    }

    /** The same with another size of images. */
    public LoadOptions withInputSize(OptionalInt size) {
        return new LoadOptions(size, threads, progress, table);
    }

    /** The same with something said about tables. */
    public LoadOptions withTable(TableOptions columns) {
        return new LoadOptions(inputSize, threads, progress, columns);
    }
}
