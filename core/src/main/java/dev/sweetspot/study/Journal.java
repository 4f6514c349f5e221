package dev.sweetspot.study;

import dev.sweetspot.form.Json;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A worker's own record of what a store has acknowledged, a line of JSON an event, so that an {@link Audit} can tell
 * whether the store kept it. For {@link Study#onEvent}, which tells of an event when it is durable. A line survives the end
 * of its process as soon as it is written; it does not survive a power failure.
 */
public final class Journal implements Consumer<Event>, AutoCloseable {
    private final Path file;
    private final OutputStream out;

    private Journal(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Goes on with a file, or begins it; one process alone writes to it. */
    public static Journal open(Path file) {
        try {
            return new Journal(file, Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw failed(file, "opened", e);
        }
    }

    @Override
    public synchronized void accept(Event event) {
        try {
            out.write((Json.write(EventForms.toForm(event)) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed(file, "written", e);
        }
    }

    /** The events of a file; of a last line that a kill has cut short nothing is said. */
    public static List<Event> read(Path file) {
        try {
            var text = Files.readString(file);
            var events = new ArrayList<Event>();
            int begin = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
                events.add(EventForms.fromForm(Json.parse(text.substring(begin, end), file.toString())));
                begin = end + 1;
            }
            return events;
        } catch (IOException e) {
            throw failed(file, "read", e);
        }
    }

    private static StoreException failed(Path file, String what, IOException e) {
        return new StoreException(
                file + ": could not be " + what + " (" + e.getMessage() + "). Maybe another path?",
                new UncheckedIOException(e));
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(file, "closed", e);
        }
    }
}
