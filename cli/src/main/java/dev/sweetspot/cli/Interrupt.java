package dev.sweetspot.cli;

import java.time.Duration;

/** Ctrl-C and SIGTERM while a study runs: running trials are put aside, and the study can be gone on with. */
final class Interrupt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Thread hook;

    private Interrupt(Thread hook) {
        this.hook = hook;
    }

    /**
     * Interrupts the calling thread when the process is asked to end, until this is closed.
     *
     * @param resume the command that goes on
     */
    static Interrupt watch(String resume) {
        var worker = Thread.currentThread();
        var hook = new Thread(() -> stop(worker, resume), "sweetspot-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interrupt(hook);
    }

    private static void stop(Thread worker, String resume) {
        System.err.println();
        System.err.println("Stopping: running trials are put aside ...");
        worker.interrupt();
        try {
            worker.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.println("Nothing is lost. To go on: " + resume);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            System.err.flush();
        }
    }
}
