package dev.sweetspot.yaml;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * YAML 1.2, core schema, as a tree of forms with the place of every value, and back. {@code yes}, {@code on} and
 * {@code 1:30} are texts, {@code 1e-5} is a number. One document a file; aliases and merged maps are expanded; keys are plain values,
 * each once in its map.
 */
public final class Yaml {
    /** Files that people write are far smaller; more is a mistake, or an attack. */
    private static final long MOST_BYTES = 10_000_000;

    private Yaml() {}

    /**
     * Reads a text.
     *
     * @param source what messages call it: a file name
     * @throws InvalidInputException with source, line and column when it is no YAML, or YAML that no form can hold
     */
    public static Form read(String text, String source) {
        return new YamlReader(source).read(text);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws InvalidInputException when there is none, it cannot be read, or as {@link #read(String, String)}
     */
    public static Form read(Path file) {
        try {
            if (!Files.isDirectory(file) && Files.size(file) > MOST_BYTES) {
                throw new InvalidInputException(
                        "file", file, "is larger than " + MOST_BYTES / 1_000_000 + " MB", "another file was meant?");
            }
            if (Files.isDirectory(file)) {
                throw new InvalidInputException("file", file, "is a folder", studyFileIn(file));
            }
            return read(text(Files.readAllBytes(file), file), file.toString());
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("file", file, "is not there", neighbour(file));
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read (" + e.getMessage() + "). Maybe a folder?", e);
        }
    }

    /** The bytes as a text: UTF-8, with or without its mark. */
    private static String text(byte[] bytes, Path file) {
        if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
            throw new InvalidInputException("file", file, "is in UTF-16, and must be in UTF-8", "save it as UTF-8?");
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            if (bytesHoldZero(bytes)) {
                throw new InvalidInputException("file", file, "is no text", "another file was meant?");
            }
            var before = out.flip().toString();
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            throw new InvalidInputException(
                    new Position(file.toString(), line, before.length() - before.lastIndexOf('\n'))
                            + ": is not UTF-8. Maybe save the file as UTF-8?");
        }
        var text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean bytesHoldZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** The file that was meant, after "Maybe ". */
    private static String neighbour(Path file) {
        var name = String.valueOf(file.getFileName());
        return DidYouMean.nearest(name, files(file.toAbsolutePath().getParent()))
                .map(near -> near + "?")
                .orElse("a misspelt name?");
    }

    private static String studyFileIn(Path folder) {
        var files = files(folder).stream()
                .filter(name -> name.matches(".*\\.(yaml|yml|json)"))
                .toList();
        return files.isEmpty() ? "a file in it?" : files.get(0) + " in it?";
    }

    private static List<String> files(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Writes a form so that {@link #read(String, String)} gives an equal one; ends with a line break. */
    public static String write(Form form) {
        return YamlWriter.write(form);
    }
}
