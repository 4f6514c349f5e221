package dev.sweetspot.studio.work;

import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where the files of one work lie. */
record WorkFolder(Path path) {
    private static final String ABOUT = "about.json";
    private static final String EXIT = "exit.json";

    /** What happens, as the process tells it. */
    Path live() {
        return path.resolve("live.jsonl");
    }

    /** What the process said to people. */
    Path log() {
        return path.resolve("log.txt");
    }

    /** What the process printed at its end. */
    Path result() {
        return path.resolve("result.json");
    }

    /** The model, its report and all that goes with it. */
    Path out() {
        return path.resolve("out");
    }

    /** What was asked for, and by which process it is done. */
    Optional<MapForm> about() {
        return read(ABOUT);
    }

    void about(MapForm form) {
        write(ABOUT, form);
    }

    /** How its last process ended; empty while it runs, and where nobody was there to see it. */
    Optional<MapForm> exit() {
        return read(EXIT);
    }

    void exit(MapForm form) {
        write(EXIT, form);
    }

    /** A process begins: how the one before ended is of no more interest. */
    void begins() {
        try {
            Files.deleteIfExists(path.resolve(EXIT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<MapForm> read(String name) {
        var file = path.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.parseMap(Files.readString(file), file.toString()))
                    : Optional.empty();
        } catch (IOException | InvalidInputException e) {
            // A file that was damaged by others says nothing.
            return Optional.empty();
        }
    }

    /** Whole or not at all, and on the disk. */
    private void write(String name, MapForm form) {
        try {
            var near = path.resolve(name + ".new");
            Files.writeString(near, Json.write(form));
            try (var channel = FileChannel.open(near, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(near, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("what was begun could not be written down. Maybe the disk is full?", e);
        }
    }
}
