package dev.sweetspot.data.format;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.table.TableOptions;
import java.util.Optional;

/**
 * How data is loaded.
 *
 * @param inputSize height and width that every image gets
 * @param threads how many threads decode, at least 1
 * @param progress told how far it is
 * @param table what a person says about the task and the columns of a table
 */
public record LoadOptions(InputSize inputSize, int threads, Progress progress, TableOptions table) {
    /** Images that all agree are kept as they are up to this side. */
    static final int KEPT = 64;

    private static final int LARGEST = 64;
    private static final int LARGEST_DRAWN = 32;

    /** Follows the data, silently. */
    public static LoadOptions automatic(int threads) {
        return new LoadOptions(InputSize.ofData(), threads, Progress.SILENT);
    }

    /** Nothing is said about tables. */
    public LoadOptions(InputSize inputSize, int threads, Progress progress) {
        this(inputSize, threads, progress, TableOptions.AUTOMATIC);
    }

    /** Checks the ranges. */
    public LoadOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ": must be at least 1");
        }
    }

    /** The task, if it is one for which nothing is to be predicted: then classes are not looked at. */
    public Optional<Task.Kind> blind() {
        return table.blind();
    }

    /** The longest side of images whose size nobody says: drawing large ones takes long. */
    int largest() {
        return blind().filter(task -> task == Task.Kind.GENERATION).isPresent() ? LARGEST_DRAWN : LARGEST;
    }

    /** The same with another size of images. */
    public LoadOptions withInputSize(InputSize size) {
        return new LoadOptions(size, threads, progress, table);
    }

    /** The same with something said about tables. */
    public LoadOptions withTable(TableOptions columns) {
        return new LoadOptions(inputSize, threads, progress, columns);
    }
}
