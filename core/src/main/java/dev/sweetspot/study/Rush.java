package dev.sweetspot.study;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The trials that this process has decided to begin and that are not durable yet. Usually there is one at most: each question
 * waits until the last trial has begun, and sees it. But where trials are short and workers many, they would wait for the disk
 * longer than they work: then the next one is decided while others become durable, all of them in one transaction. Its
 * proposal does not see those few; it says which history it saw, so it can be computed again.
 *
 * <p>One thread at a time decides and calls what is about that; {@link #took} and {@link #end} are for all those whose trials
 * have become durable meanwhile.
 */
final class Rush {
    /** Which share of a trial's time may pass in which its worker waits for all others to ask. */
    private static final double SHARE = 0.1;

    private static final int LOOKED_AT = 64;
    private static final double SMOOTHING = 0.1;

    private final Set<Configuration> begun = new HashSet<>();
    private int underway;
    private long ended;
    private int next;
    private boolean broken;
    private double secondsEach;

    /** An ask took so long, from what was decided to what was begun. */
    synchronized void took(long nanos) {
        secondsEach += SMOOTHING * (nanos / 1e9 - secondsEach);
    }

    /** Whether anything is on its way. */
    synchronized boolean isUnderway() {
        return underway > 0;
    }

    /** Whether workers would wait too long for one another. */
    boolean isOn(History history, Claim claim) {
        double seconds = 0;
        int completed = 0;
        for (int i = history.size() - 1; i >= Math.max(0, history.size() - LOOKED_AT); i--) {
            Trial trial = history.trial(i);
            if (trial.completed()) {
                seconds += trial.seconds();
                completed++;
            }
        }
        return completed > 0 && isOn(claim.parallelism(), seconds / completed);
    }

    private synchronized boolean isOn(int workers, double secondsOfATrial) {
        return !broken && secondsEach * workers > SHARE * secondsOfATrial;
    }

    /** Waits until one of those that are on their way has become durable, if there is one. */
    synchronized void settle() {
        long before = ended;
        boolean interrupted = false;
        while (underway > 0 && ended == before) {
            try {
                wait();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) {
            // What was on its way ends soon; whoever asked sees the interrupt after it.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The number that comes after all that are on their way; -1 when the last one that is allowed is.
     *
     * @param calm whether nothing was on its way before the history was looked at
     */
    synchronized int next(History history, OptionalInt trialsLeft, boolean calm) {
        if (calm) {
            next = history.size();
            begun.clear();
        }
        boolean last = trialsLeft.isPresent() && next - history.size() >= trialsLeft.getAsInt();
        return last ? -1 : next;
    }

    /** Whether the same is on its way, or was lately: whoever proposed it did not see that. */
    synchronized boolean has(Step.Begin begin) {
        return begun.contains(begin.configuration());
    }

    synchronized void enqueued(Step.Begin begin) {
        next = begin.number() + 1;
        underway++;
        begun.add(begin.configuration());
    }

    /** @param well whether it is durable; else those behind it cannot be either, and all ask again */
    synchronized void end(boolean well) {
        underway--;
        ended++;
        broken = underway > 0 && (broken || !well);
        notifyAll();
    }
}
