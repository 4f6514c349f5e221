package dev.sweetspot.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that was run in this process: how it ended and what it printed. */
record Ran(int exitCode, String out, String err) {
    /** Runs it; one at a time, because standard output belongs to the process. */
    static synchronized Ran of(Object... arguments) {
        var oldOut = System.out;
        var oldErr = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                var toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(toOut);
            System.setErr(toErr);
            int exitCode =
                    Main.run(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
            return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
