package dev.sweetspot.studio.project;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A project as it was at one moment: a training that is put aside goes on with the labels that it began with, whatever people
 * have labelled since. Nothing is copied, because a journal only grows.
 *
 * @param folder of the project
 * @param version see {@link ProjectView#version}
 */
public record ProjectMoment(Path folder, long version) {
    private static final String ENDING = ".moment";
    private static final String MARK = "sweetspot_project_at";
    private static final int LARGEST = 10_000;

    /** What a file with a moment is called. */
    public static String named(String stem) {
        return stem + ENDING;
    }

    /** Whether a file says that it is one. */
    public static boolean isOne(Path file) {
        return file.toString().endsWith(ENDING) && Files.isRegularFile(file);
    }

    /** Writes it down. The folder is written as it is seen from there, so that both can be moved together. */
    public void write(Path file) throws IOException {
        var from = file.toAbsolutePath().normalize().getParent();
        var to = folder.toAbsolutePath().normalize();
        Files.writeString(
                file,
                Json.write(Form.of(Map.of(
                        MARK,
                        Form.of(version),
                        "folder",
                        Form.of(
                                from == null
                                        ? to.toString()
                                        : from.relativize(to).toString())))));
    }

    /**
     * The one in a file.
     *
     * @throws InvalidInputException when it is none, or its project is not where it was
     */
    public static ProjectMoment read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("is too long");
            }
            var text = Files.readString(file, StandardCharsets.UTF_8);
            var fields = Fields.of(Json.parseMap(text, file.toString()));
            var folder =
                    file.toAbsolutePath().resolveSibling(fields.text("folder")).normalize();
            if (!Project.isProject(folder)) {
                throw new IOException("belongs to a project that is not there");
            }
            return new ProjectMoment(folder, fields.whole(MARK));
        } catch (IOException | InvalidInputException e) {
            throw new InvalidInputException(
                    "data = " + Shown.name(file.toString()) + ": is no moment of a project (" + e.getMessage()
                            + "). Maybe it was moved?",
                    e);
        }
    }

    /** What the project was then. */
    public ProjectView view() {
        return Project.read(folder, version);
    }
}
