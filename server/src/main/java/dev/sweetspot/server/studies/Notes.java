package dev.sweetspot.server.studies;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people have written down about studies. Stores have no room for it, and need none: it is of whoever looks, so it lies in
 * files of this person's own folder, one for each store.
 */
public final class Notes {
    private final Path folder;

    /** @param folder made when the first note is written */
    public Notes(Path folder) {
        this.folder = folder;
    }

    /**
     * About one study.
     *
     * @param text any; empty for none
     */
    record Note(String text, List<String> tags) {
        static final Note NONE = new Note("", List.of());

        Note {
            tags = List.copyOf(tags);
        }

        MapForm toForm() {
            return Answer.map(
                    "note",
                    Form.of(text),
                    "tags",
                    Form.of(tags.stream().map(Form::of).toList()));
        }

        static Note fromForm(Form form) {
            var fields = Fields.of(form);
            var tags = fields.list("tags").items().stream()
                    .filter(Form.TextForm.class::isInstance)
                    .map(tag -> ((Form.TextForm) tag).value())
                    .toList();
            return new Note(fields.findText("note").orElse(""), tags);
        }
    }

    /** Those about all studies of a store, by the names of the studies. */
    synchronized Map<String, Note> of(String store) {
        var file = file(store);
        var notes = new LinkedHashMap<String, Note>();
        if (Files.isRegularFile(file)) {
            try {
                Json.parseMap(Files.readString(file), file.toString())
                        .entries()
                        .forEach((study, note) -> notes.put(study, Note.fromForm(note)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return notes;
    }

    /** Writes one down; whole or not at all. */
    synchronized void put(String store, String study, Note note) {
        var notes = of(store);
        if (note.equals(Note.NONE)) {
            notes.remove(study);
        } else {
            notes.put(study, note);
        }
        var forms = new LinkedHashMap<String, Form>();
        notes.forEach((name, each) -> forms.put(name, each.toForm()));
        try {
            Files.createDirectories(folder);
            var aside = Files.createTempFile(folder, "notes", ".json");
            Files.writeString(aside, Json.writeIndented(Form.of(forms)));
            Files.move(aside, file(store), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that a file can have, whatever the address of a store. */
    private Path file(String store) {
        return folder.resolve(UUID.nameUUIDFromBytes(store.getBytes(StandardCharsets.UTF_8)) + ".json");
    }
}
