package dev.sweetspot.study;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the running trials have to end, and why: one for each worker, over what all workers of a run share. */
final class StopSign {
    private final AtomicBoolean byHand;
    private final long deadline;
    private boolean interrupted;

    StopSign(AtomicBoolean byHand, long deadline) {
        this.byHand = byHand;
        this.deadline = deadline;
    }

    long deadline() {
        return deadline;
    }

    /** To be asked by the worker's own thread. */
    boolean raised() {
        return byHand.get() || late() || interrupted || Thread.currentThread().isInterrupted();
    }

    private boolean late() {
        return deadline != Long.MAX_VALUE && deadline - System.nanoTime() <= 0;
    }

    /** Clears the thread's interrupt and keeps it in mind. */
    void takeInterrupt() {
        interrupted |= Thread.interrupted();
    }

    /** The workload has answered an interrupt. */
    void interrupted() {
        interrupted = true;
    }

    /** The thread was interrupted and nothing else tells its worker to end. */
    boolean interruptedAlone() {
        return interrupted && !byHand.get() && !late();
    }

    String reason() {
        return byHand.get() ? "stopped by hand" : late() ? "the time is over" : "interrupted";
    }
}
