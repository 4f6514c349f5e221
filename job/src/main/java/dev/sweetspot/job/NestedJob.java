package dev.sweetspot.job;

import dev.sweetspot.workload.TrialFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Nested validation: one whole search after another, each kept from another outer fold. Every search is a study of its own, so
 * that one that was interrupted is gone on with, and one that is through is not run again.
 */
public final class NestedJob {
    /** The search of one outer fold. */
    @FunctionalInterface
    public interface Search {
        /**
         * Searches, trains the winner again, and measures it on the items of the fold once; or says what that gave before.
         *
         * @param fold from 1
         * @param left how many folds are still to be run, this one included: its share of the time that is left
         */
        OuterFold run(int fold, int left) throws InterruptedException, TrialFailure;
    }

    /** What happens on the way. */
    public sealed interface Event {
        /**
         * The search of a fold begins.
         *
         * @param fold from 1
         */
        record Began(int fold, int folds) implements Event {}

        /** A fold is through. */
        record Ended(OuterFold fold, int folds) implements Event {}
    }

    private final int folds;
    private final Search search;
    private final Consumer<Event> listener;

    /** @param folds at least 2 */
    public NestedJob(int folds, Search search, Consumer<Event> listener) {
        this.folds = folds;
        this.search = search;
        this.listener = listener;
    }

    /**
     * Runs all of it.
     *
     * @return what each search found, in the order of the folds
     * @throws InterruptedException when the thread was interrupted: what is through need not be run again
     */
    public List<OuterFold> run() throws InterruptedException, TrialFailure {
        var done = new ArrayList<OuterFold>();
        for (int fold = 1; fold <= folds; fold++) {
            listener.accept(new Event.Began(fold, folds));
            var found = search.run(fold, folds - fold + 1);
            done.add(found);
            listener.accept(new Event.Ended(found, folds));
        }
        return List.copyOf(done);
    }
}
