package dev.sweetspot.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C and SIGTERM while a study runs: running trials are put aside, and the study can be gone on with. */
final class Interrupt implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Thread hook;
    private final CountDownLatch ended;

    private Interrupt(Thread hook, CountDownLatch ended) {
        this.hook = hook;
        this.ended = ended;
    }

    /**
     * Interrupts the calling thread when the process is asked to end, until this is closed.
     *
     * @param resume the command that goes on
     */
    static Interrupt watch(String resume) {
        var worker = Thread.currentThread();
        var ended = new CountDownLatch(1);
        var hook = new Thread(() -> stop(worker, ended, resume), "sweetspot-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interrupt(hook, ended);
    }

    private static void stop(Thread worker, CountDownLatch ended, String resume) {
        worker.interrupt();
        boolean aside = false;
        try {
            // The worker's thread itself waits for this hook, once it has put everything aside.
            aside = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.println();
        System.err.println(
                aside
                        ? "Stopped; running trials were put aside. To go on: " + resume
                        : "Stopped. What was reported is kept; trials that did not answer go on from there. To go on: "
                                + resume);
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            System.err.flush();
        }
    }
}
