package dev.sweetspot.command;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;

/** The program of a trial whose worker was killed: it would go on for nobody, and write where the next one does. */
final class Leftover {
    private static final String PID = "pid";
    private static final String SINCE = "since";

    private Leftover() {}

    /** Notes which process a trial is. */
    static void note(Path file, ProcessHandle process) throws IOException {
        var entries = new LinkedHashMap<String, Form>();
        entries.put(PID, Form.of(process.pid()));
        entries.put(SINCE, Form.of(since(process)));
        Files.writeString(file, Json.write(Form.of(entries)));
    }

    /** Ends the process of that note, with all that it started; a number that another process has now is let alone. */
    static void end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var fields = Fields.of(Json.parse(Files.readString(file), file.toString()));
            ProcessHandle.of(fields.whole(PID))
                    .filter(process -> since(process).equals(fields.text(SINCE)))
                    .ifPresent(process -> {
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        process.destroyForcibly();
                    });
        } catch (InvalidInputException halfWritten) {
            // Its worker was killed while it wrote it, so it has hardly begun.
        }
        Files.delete(file);
    }

    private static String since(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
