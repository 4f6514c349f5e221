package dev.sweetspot.data;

import java.util.Arrays;
import java.util.List;

/**
 * Which items are for what: who trains, validates and tests; and by which pairs of training and validation items
 * configurations are compared. Immutable.
 *
 * @param parts the items to learn from are those that train and those that validate; the test part is touched once
 * @param folds the pairs: the parts themselves, or the folds of a cross-validation of the items to learn from
 */
public record Partition(Parts parts, List<Parts> folds) {
    /** Compared on the validation part. */
    public Partition(Parts parts) {
        this(parts, List.of(parts));
    }

    /**
     * Keeps a copy; checks that nobody who trains or validates is tested. A fold may leave items out: where time counts, those
     * that come later than what it is judged by.
     */
    public Partition {
        folds = List.copyOf(folds);
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("configurations are compared by one pair of parts at the least");
        }
        int[] items = parts.trainingAndValidation();
        for (var fold : folds) {
            if (!Arrays.stream(fold.trainingAndValidation()).allMatch(item -> Arrays.binarySearch(items, item) >= 0)) {
                throw new IllegalArgumentException("a fold has items that are not among those to learn from");
            }
        }
    }

    /** Whether configurations are compared by cross-validation. */
    public boolean folded() {
        return folds.size() > 1;
    }

    /** How many items one epoch of a trial trains on, in all folds together. */
    public int looks() {
        return folds.stream().mapToInt(fold -> fold.training().length).sum();
    }
}
