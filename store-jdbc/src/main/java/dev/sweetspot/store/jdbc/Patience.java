package dev.sweetspot.store.jdbc;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long one call goes on trying: short random waits that grow to a second, until the time is over. */
final class Patience implements AutoCloseable {
    /** Who is asked to end waits no longer than this. */
    private static final long WHEN_INTERRUPTED = Duration.ofSeconds(5).toNanos();

    private static final double FIRST_SECONDS = 0.02;
    private static final double LONGEST_SECONDS = 1;

    private final SplittableRandom random = new SplittableRandom(System.nanoTime());
    private long end;
    private double seconds = FIRST_SECONDS;
    private boolean interrupted;

    Patience(Duration most) {
        end = System.nanoTime() + most.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    /** Whether it has been tried for so long that people want to know. */
    boolean isLong() {
        return seconds >= LONGEST_SECONDS;
    }

    void pause() {
        try {
            Thread.sleep((long) (1000 * seconds * (0.5 + random.nextDouble())));
        } catch (InterruptedException e) {
            interrupted = true;
            end = Math.min(end, System.nanoTime() + WHEN_INTERRUPTED);
        }
        seconds = Math.min(LONGEST_SECONDS, 2 * seconds);
    }

    /** Hands on an interrupt that came meanwhile. */
    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
