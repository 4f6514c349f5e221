package dev.sweetspot.executor;

import java.time.Duration;

/**
 * Places workers somewhere, nothing more: threads of this JVM, processes, a cluster. Whether a trial is retried is
 * decided by its lease alone.
 */
public interface Executor {
    /** As people write it: "threads". */
    String name();

    /**
     * Starts workers; each runs until it finds nothing left to do.
     *
     * @param workers how many, at least 1
     * @param worker what each does; it ends soon after its thread is interrupted
     */
    Placement place(int workers, Worker worker);

    /** What one worker does. */
    @FunctionalInterface
    interface Worker {
        /**
         * Works until there is nothing left to do.
         *
         * @param index from 0
         */
        void work(int index) throws InterruptedException;
    }

    /** The workers that were placed. */
    interface Placement {
        /**
         * Waits until all have ended.
         *
         * @return whether they have, within the time
         */
        boolean await(Duration atMost) throws InterruptedException;

        /** Asks all to end soon. */
        void interrupt();
    }
}
