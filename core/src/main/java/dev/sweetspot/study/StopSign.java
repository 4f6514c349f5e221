package dev.sweetspot.study;

/** Whether a running trial has to end, and why: one for each attempt, over what all workers of a run share. */
final class StopSign {
    private final Halt halt;
    private final long deadline;
    private boolean interrupted;
    private volatile boolean expired;

    StopSign(Halt halt, long deadline) {
        this.halt = halt;
        this.deadline = deadline;
    }

    long deadline() {
        return deadline;
    }

    /** To be asked by the worker's own thread. */
    boolean raised() {
        return halt.called() || late() || interrupted || Thread.currentThread().isInterrupted();
    }

    private boolean late() {
        return deadline != Long.MAX_VALUE && deadline - System.nanoTime() <= 0;
    }

    /** The trial has had all the time that it may take; the thread is interrupted for that alone. */
    void expire() {
        expired = true;
    }

    boolean expired() {
        return expired;
    }

    /** Clears the thread's interrupt and keeps it in mind. */
    void takeInterrupt() {
        interrupted |= Thread.interrupted();
    }

    /** The workload has answered an interrupt. */
    void interrupted() {
        interrupted = true;
    }

    /** The thread was interrupted, not for the sake of one trial, and nothing else tells its worker to end. */
    boolean interruptedAlone() {
        return interrupted && !expired && !halt.called() && !late();
    }

    String reason() {
        return halt.reason().orElse(late() ? "the time is over" : "interrupted");
    }
}
