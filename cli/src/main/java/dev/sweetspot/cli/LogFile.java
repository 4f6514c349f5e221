package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A file that gets every line with its time, for those who look later. */
final class LogFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Writer writer;

    private LogFile(Writer writer) {
        this.writer = writer;
    }

    /**
     * Opens a file, to add to it.
     *
     * @throws InvalidInputException when it cannot be written
     */
    static LogFile open(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return new LogFile(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new InvalidInputException("--log = " + file + ": cannot be written. Maybe another file?", e);
        }
    }

    synchronized void line(String text) {
        try {
            writer.write(LocalDateTime.now(Clock.system(ZoneId.systemDefault())).format(TIME) + " "
                    + text.stripTrailing() + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be written", e);
        }
    }
}
