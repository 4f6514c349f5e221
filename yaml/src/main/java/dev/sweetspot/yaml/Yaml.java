package dev.sweetspot.yaml;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidInputException(
                        "file", file, "is larger than " + MOST_BYTES / 1_000_000 + " MB", "another file was meant?");
            }
            return read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("file", file, "is not there", "a misspelt name?");
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("file", file, "is not UTF-8", "save it as UTF-8?");
        } catch (IOException e) {
            throw new InvalidInputException(file + ": cannot be read (" + e.getMessage() + "). Maybe a folder?", e);
        }
    }

    /** Writes a form so that {@link #read(String, String)} gives an equal one; ends with a line break. */
    public static String write(Form form) {
        return YamlWriter.write(form);
    }
}
