package dev.sweetspot.cli.live;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/** Draws a block at the bottom of a terminal again and again, in place; lines that are said stand above it. */
public final class LiveBlock implements AutoCloseable {
    private static final long EVERY_MILLIS = 250;

    private final PrintStream terminal;
    private final Supplier<List<String>> frame;
    private final Thread painter;
    private int drawn;
    private boolean closed;

    /** @param frame the lines as they are now; called by a thread of the block's own */
    public LiveBlock(PrintStream terminal, Supplier<List<String>> frame) {
        this.terminal = terminal;
        this.frame = frame;
        this.painter = new Thread(this::paint, "sweetspot-live");
        painter.setDaemon(true);
        painter.start();
    }

    private void paint() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                draw();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is held while the frame is asked for: whoever makes it may be about to say a line at this moment. */
    private void draw() {
        draw(frame.get());
    }

    private synchronized void draw(List<String> lines) {
        if (!closed) {
            // One write a frame, so that no half of one is ever seen.
            terminal.print(erasing() + String.join("\n", lines) + "\n");
            terminal.flush();
            drawn = lines.size();
        }
    }

    private String erasing() {
        return drawn == 0 ? "" : "\u001b[" + drawn + "A\r\u001b[J";
    }

    /** Says a line above the block. */
    public void say(String line) {
        var lines = frame.get();
        synchronized (this) {
            terminal.print(erasing() + line + "\n");
            drawn = 0;
            draw(lines);
        }
    }

    /** Takes the block away. */
    @Override
    public void close() {
        painter.interrupt();
        synchronized (this) {
            if (!closed) {
                closed = true;
                terminal.print(erasing());
                terminal.flush();
                drawn = 0;
            }
        }
    }
}
