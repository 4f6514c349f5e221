package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Bar;
import dev.sweetspot.cli.live.Screen;
import dev.sweetspot.data.Progress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says how far loading is: a bar where a terminal watches, else a line about once a second. Of what is read in one piece, a
 * table say, only that it is read, when that takes a while.
 */
final class LoadProgress implements Progress, AutoCloseable {
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final long EVERY = 1_000_000_000L;
    private static final long EVERY_FRAME = 100_000_000L;
    private static final int BAR = 32;

    private final OutputOptions output;
    private final Optional<Screen> screen;
    private final AtomicLong next;
    private final Thread waiting;

    /** @param what is loaded, for people */
    LoadProgress(String what, OutputOptions output) {
        this(what, output, A_WHILE);
    }

    LoadProgress(String what, OutputOptions output, Duration aWhile) {
        this.output = output;
        this.screen = output.screen();
        this.next = new AtomicLong(System.nanoTime() + (screen.isPresent() ? EVERY_FRAME : EVERY));
        this.waiting = new Thread(() -> sayAfter(aWhile, "Reading " + what + " ..."), "sweetspot-reading");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void sayAfter(Duration aWhile, String sentence) {
        try {
            Thread.sleep(aWhile.toMillis());
            output.progress(sentence);
        } catch (InterruptedException loadedOrSaidOtherwise) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        waiting.interrupt();
    }

    @Override
    public void at(long done, long total) {
        waiting.interrupt();
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
