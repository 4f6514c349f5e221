package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Bar;
import dev.sweetspot.cli.live.Screen;
import dev.sweetspot.data.Progress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Says how far loading is: a bar where a terminal watches, else a line about once a second. */
final class LoadProgress implements Progress {
    private static final long EVERY = 1_000_000_000L;
    private static final long EVERY_FRAME = 100_000_000L;
    private static final int BAR = 32;

    private final OutputOptions output;
    private final Optional<Screen> screen;
    private final AtomicLong next;

    LoadProgress(OutputOptions output) {
        this.output = output;
        this.screen = output.screen();
        this.next = new AtomicLong(System.nanoTime() + (screen.isPresent() ? EVERY_FRAME : EVERY));
    }

    @Override
    public void at(long done, long total) {
        long due = next.get();
        boolean last = done == total && screen.isPresent();
        boolean now = System.nanoTime() - due > 0
                && next.compareAndSet(due, System.nanoTime() + (screen.isPresent() ? EVERY_FRAME : EVERY));
        if (last || now) {
            screen.ifPresentOrElse(
                    terminal -> draw(done, total, terminal),
                    () -> output.progress("Reading images: " + done + " of " + total));
        }
    }

    /** Drawn over itself, and taken away at the end: what was read is said by the line that comes next. */
    private static synchronized void draw(long done, long total, Screen terminal) {
        System.err.print(
                done == total
                        ? "\r\u001b[K"
                        : "\rReading images " + Bar.draw((double) done / total, BAR, terminal) + " " + done + " of "
                                + total + "\u001b[K");
        System.err.flush();
    }
}
