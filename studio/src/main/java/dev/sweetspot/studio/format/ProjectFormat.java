package dev.sweetspot.studio.format;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.format.ImageFiles;
import dev.sweetspot.data.format.ImageFormat;
import dev.sweetspot.data.format.Item;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.format.PlacedImage;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.studio.project.Project;
import dev.sweetspot.studio.project.ProjectFile;
import dev.sweetspot.studio.project.ProjectImage;
import dev.sweetspot.studio.project.ProjectMoment;
import dev.sweetspot.studio.project.ProjectView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A project of the studio, as a folder or as one file: its images under their names, with the labels and the parts that people
 * gave them. Images that are unknown are left aside where classes matter. The hash of the data follows labels and parts.
 */
public final class ProjectFormat implements ImageFormat {
    @Override
    public String name() {
        return "a project of the studio";
    }

    /** Before folders and archives of which nothing is known. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean recognises(Path path) {
        return Project.isProject(path) || ProjectMoment.isOne(path) || ProjectFile.isOne(path);
    }

    @Override
    public Loaded<ImageSet> images(Path path, LoadOptions options) {
        if (Project.isProject(path)) {
            var originals = Project.originals(path);
            return load(path, Project.read(path), originals::read, options);
        }
        if (ProjectMoment.isOne(path)) {
            var moment = ProjectMoment.read(path);
            var originals = Project.originals(moment.folder());
            return load(path, moment.view(), originals::read, options);
        }
        try (var file = new ProjectFile.Reader(path)) {
            return load(path, file.view(), file::read, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file of an image. */
    private interface Files {
        byte[] read(ProjectImage image) throws IOException;
    }

    private static Loaded<ImageSet> load(Path path, ProjectView project, Files files, LoadOptions options) {
        boolean blind = options.blind().isPresent();
        Map<Integer, String> names = new HashMap<>();
        project.categories().forEach(category -> names.put(category.id(), category.name()));
        var placed = new ArrayList<PlacedImage>();
        var parts = new StringBuilder();
        int unknown = 0;
        for (var image : images(project)) {
            var label = project.label(image.number());
            if (label.isEmpty() && !blind) {
                unknown++;
                continue;
            }
            var part = project.part(image.number());
            placed.add(new PlacedImage(
                    new Item(image.name(), () -> read(files, image)),
                    label.map(known -> names.getOrDefault(known.category(), "")).orElse(""),
                    part));
            parts.append(part.map(Part::word).orElse("")).append(' ');
        }
        if (placed.isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(path.toString()),
                    "has no labelled images",
                    "label some in the studio, or --task reconstruction?");
        }
        var notes = new ArrayList<String>();
        if (unknown > 0) {
            notes.add((unknown == 1 ? "1 image without a label was" : unknown + " images without a label were")
                    + " left aside.");
        }
        var loaded = ImageFiles.of(path.toString(), placed, notes, options);
        return new Loaded<>(loaded.set().marked(parts.toString()), loaded.given(), loaded.skipped(), loaded.notes());
    }

    private static byte[] read(Files files, ProjectImage image) throws IOException {
        try {
            return files.read(image);
        } catch (IOException e) {
            throw new Item.Unreadable(e.getMessage() == null ? "cannot be read" : e.getMessage());
        }
    }

    private static List<ProjectImage> images(ProjectView project) {
        return project.all().stream()
                .filter(image -> !project.removed(image.number()))
                .sorted(Comparator.comparing(ProjectImage::name))
                .toList();
    }
}
