package dev.sweetspot.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** A command that was run in this process: how it ended and what it printed. */
record Ran(int exitCode, String out, String err) {
    /** Runs it; one at a time, because standard output belongs to the process. */
    static Ran of(Object... arguments) {
        var words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return captured(() -> Main.run(words));
    }

    /** Runs it in another environment and working folder. */
    static Ran in(Map<String, String> environment, Path folder, String... arguments) {
        return captured(() -> Main.run(environment, folder, arguments));
    }

    /** The same of a command and what happens beside it. */
    static synchronized Ran captured(IntSupplier command) {
        var oldOut = System.out;
        var oldErr = System.err;
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        try (var toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                var toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(toOut);
            System.setErr(toErr);
            int exitCode = command.getAsInt();
            return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }
}
