package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Screen;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds out whether standard error is a terminal that can redraw, and what it can show. */
final class Terminals {
    private static final int USUAL_COLUMNS = 80;

    private Terminals() {}

    /**
     * The terminal behind standard error, if there is one. The launcher says so; the JVM itself knows only of standard
     * input and output together.
     */
    static Optional<Screen> onError() {
        var kind = Optional.ofNullable(System.getenv("TERM")).orElse("");
        if (!Boolean.getBoolean("sweetspot.terminal") || kind.isEmpty() || kind.equals("dumb")) {
            return Optional.empty();
        }
        var charset = System.getProperty("stderr.encoding", System.getProperty("native.encoding", "US-ASCII"));
        return Optional.of(new Screen(
                columns(), charset.equalsIgnoreCase(StandardCharsets.UTF_8.name()), System.getenv("NO_COLOR") == null));
    }

    /**
     * What a result on standard output can be drawn with. Without colours, so that a pipe or a file gets the same as a terminal;
     * where there is no terminal at all, as wide as terminals usually are.
     */
    static Screen forOutput() {
        var charset = System.getProperty("stdout.encoding", System.getProperty("native.encoding", "US-ASCII"));
        return new Screen(columns(), charset.equalsIgnoreCase(StandardCharsets.UTF_8.name()), false);
    }

    /** As the terminal says now: people change the size of windows. */
    static int columns() {
        try {
            var asked = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            if (asked.waitFor(1, TimeUnit.SECONDS) && asked.exitValue() == 0) {
                var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
                return Integer.parseInt(said.substring(said.indexOf(' ') + 1));
            }
            asked.destroy();
        } catch (IOException | NumberFormatException unknown) {
            return USUAL_COLUMNS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return USUAL_COLUMNS;
    }
}
