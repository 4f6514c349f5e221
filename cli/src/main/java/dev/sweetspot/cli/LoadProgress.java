package dev.sweetspot.cli;

import dev.sweetspot.data.Progress;
import java.util.concurrent.atomic.AtomicLong;

/** Says how far loading is, about once a second. */
final class LoadProgress implements Progress {
    private static final long EVERY = 1_000_000_000L;

    private final OutputOptions output;
    private final AtomicLong next = new AtomicLong(System.nanoTime() + EVERY);

    LoadProgress(OutputOptions output) {
        this.output = output;
    }

    @Override
    public void at(long done, long total) {
        long due = next.get();
        if (System.nanoTime() - due > 0 && next.compareAndSet(due, System.nanoTime() + EVERY)) {
            output.progress("Reading images: " + done + " of " + total);
        }
    }
}
