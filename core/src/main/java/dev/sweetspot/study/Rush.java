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
 * <p>Whoever calls holds the monitor of this object.
 */
final class Rush {
    /** Which share of a trial's time may pass in which its worker waits for all others to ask. */
    private static final double SHARE = 0.2;

    private static final int LOOKED_AT = 64;
    private static final double SMOOTHING = 0.1;

    private final Set<Configuration> begun = new HashSet<>();
    private int underway;
    private long ended;
    private int next;
    private boolean broken;
    private double secondsEach;

    /** An ask took so long, from what was decided to what was begun. */
    void took(long nanos) {
        secondsEach += SMOOTHING * (nanos / 1e9 - secondsEach);
    }

    boolean isUnderway() {
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
        return !broken && completed > 0 && secondsEach * claim.parallelism() > SHARE * (seconds / completed);
    }

    /** Waits until something has become durable; false when nothing is on its way. */
    boolean settles() {
        if (underway == 0) {
            return false;
        }
        long before = ended;
        boolean interrupted = false;
        while (ended == before) {
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
        return true;
    }

    /** The number that comes after all that are on their way; -1 when the last one that is allowed is. */
    int next(History history, OptionalInt trialsLeft) {
        if (underway == 0) {
            next = history.size();
            begun.clear();
        }
        boolean last = trialsLeft.isPresent() && next - history.size() >= trialsLeft.getAsInt();
        return last ? -1 : next;
    }

    /** Whether the same is on its way, or was lately: whoever proposed it did not see that. */
    boolean has(Step.Begin begin) {
        return underway > 0 && begun.contains(begin.configuration());
    }

    void enqueued(Step.Begin begin) {
        next = begin.number() + 1;
        underway++;
        begun.add(begin.configuration());
    }

    /** @param well whether it is durable; else those behind it cannot be either, and all ask again */
    void end(boolean well) {
        underway--;
        ended++;
        broken = underway > 0 && (broken || !well);
        notifyAll();
    }
}
