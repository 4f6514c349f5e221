package dev.sweetspot.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ctrl-C and SIGTERM while a study runs, which machines that are taken away send before: running trials are put aside, each
 * with a checkpoint, the process ends with 130, and the study can be gone on with. A second signal ends it at once.
 */
final class Interrupt implements AutoCloseable {
    /** How long running trials have to be put aside. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final AtomicInteger ARRIVED = new AtomicInteger();

    private final Thread worker = Thread.currentThread();
    private final String resume;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ending, "sweetspot-interrupt");
    private final Optional<Signals.Taken> signals;

    private Interrupt(String resume) {
        this.resume = resume;
        this.signals = Signals.taken(List.of("INT", "TERM"), this::arrived);
        // Whatever else ends a JVM: a terminal that is closed, say.
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Interrupts the calling thread when the process is asked to end, until this is closed.
     *
     * @param resume the command that goes on
     */
    static Interrupt watch(String resume) {
        return new Interrupt(resume);
    }

    /** Takes the end of another process for a signal: of the one that began this, say, which may end without a word. */
    void whenEnds(long process) {
        var thread = new Thread(
                () -> {
                    ProcessHandle.of(process).map(ProcessHandle::onExit).ifPresent(CompletableFuture::join);
                    if (!asked() && ended.getCount() > 0) {
                        arrived();
                    }
                },
                "sweetspot-while");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether a signal has asked this process to end: then whatever fails fails because of it. */
    static boolean asked() {
        return ARRIVED.get() > 0;
    }

    private void arrived() {
        if (ARRIVED.getAndIncrement() > 0) {
            System.err.println();
            System.err.println("Ended at once. What was reported is kept. To go on: " + resume);
            Signals.endAtOnce(Main.INTERRUPTED);
        }
        worker.interrupt();
        var patience = new Thread(this::losePatience, "sweetspot-patience");
        patience.setDaemon(true);
        patience.start();
    }

    private void losePatience() {
        if (!endedInTime()) {
            say(false);
            Signals.endAtOnce(Main.INTERRUPTED);
        }
    }

    private void ending() {
        worker.interrupt();
        // The worker's thread itself waits for this hook, once it has put everything aside.
        say(endedInTime());
    }

    private boolean endedInTime() {
        try {
            return ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void say(boolean aside) {
        System.err.println();
        System.err.println(
                aside
                        ? "Stopped; running trials were put aside, or go on from their last checkpoints. To go on: "
                                + resume
                        : "Stopped. What was reported is kept; trials that did not answer go on from there. To go on: "
                                + resume);
    }

    @Override
    public void close() {
        ended.countDown();
        signals.ifPresent(Signals.Taken::close);
        if (asked()) {
            say(true);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            System.err.flush();
        }
    }
}
