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
import java.util.List;
import java.util.Optional;

/**
 * Where the files of one work lie.
 *
 * @param path its folder
 * @param store the address of the store with the studies of its project
 */
public record WorkPlace(Path path, String store) {
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

    /** What the process prints. */
    Path printed() {
        return path.resolve("result.json");
    }

    /** The model, its report and all that goes with it. */
    public Path out() {
        return path.resolve("out");
    }

    /** The model; it is written last, so that where it is, all of {@link #out} is. */
    public Path model() {
        return out().resolve("model.sweetspot");
    }

    /** What a model says of images, a line each. */
    public Path predictions() {
        return path.resolve("predictions.csv");
    }

    /** For the command line: where studies are kept and results go, and who watches. */
    List<String> words() {
        return List.of("--store=" + store, "--out=" + out(), "--live=" + live(), "--json");
    }

    /** What was found, as the process printed it at its end; empty while there is nothing. */
    public Optional<MapForm> result() {
        try {
            var text = Files.exists(printed()) ? Files.readString(printed()) : "";
            // The line is whole where its end is there.
            return text.endsWith("\n")
                    ? Optional.of(Json.parseMap(text.strip(), printed().toString()))
                    : Optional.empty();
        } catch (IOException | InvalidInputException e) {
            return Optional.empty();
        }
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
