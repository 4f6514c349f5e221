package dev.sweetspot.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Ends trials that take longer than they may: first by an interrupt of their thread; a thread that does not answer, because
 * it hangs in native code, say, is left behind, for nothing in a JVM can end it.
 */
final class TimeLimit {
    private static final System.Logger LOG = System.getLogger(TimeLimit.class.getName());

    /** How long a thread has to answer its interrupt. */
    private static final Duration ANSWER = Duration.ofMillis(400);

    private static final Duration EVERY = Duration.ofMillis(50);

    private final Map<Integer, Watched> watched = new HashMap<>();

    private record Watched(Attempt attempt, Thread thread) {}

    /**
     * Watches until this is closed; does nothing where there is no limit.
     *
     * @param leftBehind told of each worker that is left behind, by its index
     */
    Renewal watching(Optional<Duration> limit, IntConsumer leftBehind) {
        if (limit.isEmpty()) {
            return () -> {};
        }
        var thread = new Thread(() -> watch(leftBehind), "sweetspot-time-limit");
        thread.setDaemon(true);
        thread.start();
        return thread::interrupt;
    }

    /** The calling thread begins an attempt. */
    synchronized void begin(int worker, Attempt attempt) {
        watched.put(worker, new Watched(attempt, Thread.currentThread()));
    }

    /** The attempt is over; an interrupt that was meant for it is taken back. */
    synchronized void end(int worker, Attempt attempt) {
        watched.remove(worker);
        if (attempt.expired()) {
            Thread.interrupted();
        }
    }

    private void watch(IntConsumer leftBehind) {
        try {
            while (true) {
                Thread.sleep(EVERY.toMillis());
                indexes().forEach(index -> look(index, leftBehind));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Integer> indexes() {
        return new ArrayList<>(watched.keySet());
    }

    private synchronized void look(int worker, IntConsumer leftBehind) {
        var one = watched.get(worker);
        if (one == null || one.attempt().limit() - System.nanoTime() > 0) {
            return;
        }
        if (!one.attempt().expired()) {
            one.attempt().expire();
            one.thread().interrupt();
        } else if (System.nanoTime() - one.attempt().limit() > ANSWER.toNanos() && ended(one.attempt())) {
            watched.remove(worker);
            leftBehind.accept(worker);
        }
    }

    private static boolean ended(Attempt attempt) {
        try {
            attempt.leaveBehind();
            return true;
        } catch (ActiveTrial.Lost taken) {
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "could not end a trial that takes too long yet", e);
            return false;
        }
    }
}
