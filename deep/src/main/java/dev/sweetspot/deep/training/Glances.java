package dev.sweetspot.deep.training;

import dev.sweetspot.deep.tensor.Tensor;

/**
 * Tells a watcher the loss while it is summed up. The sum stays what it is: what an epoch reports must not depend, in its last
 * bits, on the moments at which somebody looked.
 */
public final class Glances {
    /** More often no eye can follow, and reading a number from the engine waits for it. */
    private static final long EVERY = 200_000_000;

    private final Watcher watcher;
    private final Tensor lossSum;
    private final long every;
    private long next;
    private double sumBefore;
    private int stepsBefore;

    /** @param lossSum of all steps since this was made */
    public Glances(Watcher watcher, Tensor lossSum) {
        this(watcher, lossSum, EVERY);
    }

    /** @param every so many nanoseconds at the least from one look to the next */
    Glances(Watcher watcher, Tensor lossSum, long every) {
        this.watcher = watcher;
        this.lossSum = lossSum;
        this.every = every;
        this.next = System.nanoTime() + every;
    }

    /**
     * Looks, where it is time.
     *
     * @param steps how many are in the sum
     */
    public void after(int steps, Itinerary itinerary) {
        if (watcher == Watcher.NOBODY || System.nanoTime() - next < 0) {
            return;
        }
        double sum = lossSum.floats()[0];
        watcher.see(itinerary.epochs(), (sum - sumBefore) / (steps - stepsBefore));
        sumBefore = sum;
        stepsBefore = steps;
        next = System.nanoTime() + every;
    }
}
