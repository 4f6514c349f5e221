package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long work is shown: also to another program, which draws it. */
final class WatchedOutput extends OutputOptions {
    @Option(
            names = "--live",
            paramLabel = "FILE",
            description =
                    "Add what happens to a file while it happens, a line of JSON each, for a program that shows it; "
                            + "trials and their reports are in the store.")
    private Optional<Path> live = Optional.empty();

    private @Nullable Writer opened;

    /** Whoever does not want the file any more, or has no room for it, must not end the work by that. */
    @Override
    synchronized void live(Form.MapForm happened) {
        if (live.isEmpty()) {
            return;
        }
        try {
            if (opened == null) {
                opened = open(live.get());
            }
            opened.write(Json.write(happened) + "\n");
            opened.flush();
        } catch (IOException e) {
            live = Optional.empty();
            progress("The file for --live cannot be written any more (" + e.getMessage() + "); the work goes on.");
        }
    }

    private static Writer open(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidInputException("--live = " + file + ": cannot be written. Maybe another file?", e);
        }
    }
}
