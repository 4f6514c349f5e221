package dev.sweetspot.studio.table;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * A project on a table or on series in a file: its name, the file, and what is to be predicted. Trainings and searches lie
 * beside, as in any project.
 *
 * @param name what people call it
 * @param file where the data lies; it is not changed
 * @param target the column to predict; empty for the last one
 */
public record TableProject(String name, Path file, Optional<String> target) {
    private static final String FILE = "table.json";
    private static final int LONGEST_NAME = 100;

    /**
     * Checks the name.
     *
     * @throws InvalidInputException when it is empty, too long, or holds what nobody sees
     */
    public TableProject {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException("name", name.strip(), "must have 1 to " + LONGEST_NAME + " characters", "");
        }
    }

    /** Whether one lies in a folder. */
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /**
     * The one in a folder.
     *
     * @throws InvalidInputException when it is damaged
     */
    public static TableProject read(Path folder) {
        try {
            var fields = Fields.of(Json.parseMap(Files.readString(folder.resolve(FILE)), FILE));
            return new TableProject(fields.text("name"), Path.of(fields.text("file")), fields.findText("target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it, whole or not at all. */
    public void write(Path folder) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(name));
        entries.put("file", Form.of(file.toString()));
        target.ifPresent(column -> entries.put("target", Form.of(column)));
        try {
            Files.createDirectories(folder);
            var near = folder.resolve(FILE + ".new");
            Files.writeString(near, Json.write(Form.of(entries)));
            Files.move(near, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same called otherwise. */
    public TableProject called(String other) {
        return new TableProject(other, file, target);
    }

    /** The same with another column to predict. */
    public TableProject predicting(String column) {
        return new TableProject(name, file, Optional.of(column));
    }
}
