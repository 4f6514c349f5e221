package dev.sweetspot.job;

import java.util.Optional;
import java.util.function.Consumer;

/** Where the trials of a job are run: the workers of this process, or others that share its study. */
@FunctionalInterface
public interface Searching {
    /**
     * Runs trials until nothing is left to do, the end of the search, or an order to pause or stop the study.
     *
     * @param plan whose timetable says when the search ends
     * @param listener told what happens
     * @return why nothing more was to do, as a sentence; empty when something was
     * @throws InterruptedException when this thread was interrupted; the running trials have been put aside
     */
    Optional<String> search(TunePlan plan, Consumer<TuneEvent> listener) throws InterruptedException;
}
