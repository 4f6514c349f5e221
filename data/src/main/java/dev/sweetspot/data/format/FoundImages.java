package dev.sweetspot.data.format;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The image files in a folder or an archive, or one file alone, before anything is decoded: for who takes them in one by
 * one. Unlike what is learnt from, images may lie beside the folders of classes: then nothing is known of them.
 *
 * @param images in ascending order of their paths
 * @param others files that are no images, by their paths
 * @param outside links that were not followed because they lead out of where may be looked, by their paths
 */
public record FoundImages(List<PlacedImage> images, List<String> others, List<String> outside) {
    /** Keeps copies. */
    public FoundImages {
        images = List.copyOf(images);
        others = List.copyOf(others);
        outside = List.copyOf(outside);
    }

    /**
     * What lies there. Archives are read into memory, within limits.
     *
     * @param mostEntries of an archive, whatever they are: each takes memory, also one without content
     * @throws InvalidInputException when nothing is there, or an archive cannot be trusted or read
     */
    public static FoundImages in(Path path, int mostEntries) {
        if (!Files.exists(path)) {
            throw new InvalidInputException("data", Shown.name(path.toString()), "is not there", "another folder?");
        }
        if (Files.isDirectory(path)) {
            return of(FolderFormat.items(path));
        }
        if (new ArchiveFormat().recognises(path)) {
            return of(ArchiveFormat.items(path, mostEntries));
        }
        var name = String.valueOf(path.getFileName());
        return of(List.of(new Item(name, () -> Files.readAllBytes(path))));
    }

    /**
     * What lies in a folder, for who may not look everywhere: links that lead out are left out, and said.
     *
     * @param inside whether a place, with all links followed, may be looked at
     * @param mostEntries of an archive, where it is one
     * @throws InvalidInputException when the folder cannot be read
     */
    public static FoundImages within(Path folder, Predicate<Path> inside, int mostEntries) {
        if (!Files.isDirectory(folder)) {
            return in(folder, mostEntries);
        }
        var walk = FolderFormat.walk(folder, inside);
        var found = of(walk.items());
        return new FoundImages(found.images(), found.others(), walk.outside());
    }

    /** The images among some files, and what their folders say. */
    public static FoundImages of(List<Item> files) {
        var images = new ArrayList<Item>();
        var others = new ArrayList<String>();
        for (var file : files) {
            if (!Layout.isLitter(file.path())) {
                if (Layout.isImage(file.path())) {
                    images.add(file);
                } else {
                    others.add(file.path());
                }
            }
        }
        images.sort(Comparator.comparing(Item::path));
        return new FoundImages(placed(images), others, List.of());
    }

    /** Parts beside other folders could be either: then nothing is guessed, and folders are classes. */
    private static List<PlacedImage> placed(List<Item> images) {
        try {
            return Layout.place("data", images, true);
        } catch (InvalidInputException halfParts) {
            return images.stream()
                    .map(item -> new PlacedImage(item, Layout.folder(item), Optional.empty()))
                    .toList();
        }
    }
}
