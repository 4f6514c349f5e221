package dev.sweetspot.data.format;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the folders mean: {@code [wrapper/][part/]class/.../image}. A single folder around everything is seen through;
 * {@code train}, {@code val} and {@code test} are parts when all top folders are such.
 */
final class Layout {
    private static final Map<String, Part> PARTS = Map.of(
            "train", Part.TRAINING,
            "training", Part.TRAINING,
            "val", Part.VALIDATION,
            "valid", Part.VALIDATION,
            "validation", Part.VALIDATION,
            "test", Part.TEST,
            "testing", Part.TEST);
    private static final Set<String> IMAGES =
            Set.of("png", "jpg", "jpeg", "jpe", "jfif", "bmp", "gif", "tif", "tiff", "webp");

    private Layout() {}

    /** Whether the name promises an image; other files are no mistake, only no images. */
    static boolean isImage(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && IMAGES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Files that systems leave behind: nobody means them. */
    static boolean isLitter(String path) {
        for (var step : path.split("/", -1)) {
            if (step.startsWith(".")
                    || step.equals("__MACOSX")
                    || step.equalsIgnoreCase("Thumbs.db")
                    || step.equalsIgnoreCase("desktop.ini")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where each image stands.
     *
     * @param blind whether classes do not matter, so that images may lie anywhere
     */
    static List<PlacedImage> place(String data, List<Item> images, boolean blind) {
        int depth = wrapperDepth(images);
        boolean parts = images.stream().allMatch(item -> part(step(item, depth)).isPresent());
        refuseHalfParts(data, images, depth, parts);
        var placed = new ArrayList<PlacedImage>();
        for (var item : images) {
            var part = parts ? part(step(item, depth)) : Optional.<Part>empty();
            var className = step(item, parts ? depth + 1 : depth);
            if (className.isEmpty() && !blind) {
                throw new InvalidInputException(
                        "data",
                        Shown.name(data),
                        "must have a folder for each class, but " + Shown.name(item.path()) + " lies beside them",
                        "put it into the folder of its class, as in cats/1.png and dogs/2.png?");
            }
            placed.add(new PlacedImage(item, className, part));
        }
        return placed;
    }

    private static Optional<Part> part(String folder) {
        return Optional.ofNullable(PARTS.get(folder.toLowerCase(Locale.ROOT)));
    }

    /** A train and a test folder beside others could be parts or classes: guessing wrong would cost a night. */
    private static void refuseHalfParts(String data, List<Item> images, int depth, boolean parts) {
        var others = new TreeSet<String>();
        var found = new TreeSet<Part>();
        for (var item : images) {
            var folder = step(item, depth);
            part(folder).ifPresentOrElse(found::add, () -> others.add(folder.isEmpty() ? item.path() : folder));
        }
        if (!parts && found.contains(Part.TRAINING) && found.size() > 1) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(data),
                    "has training and test folders and beside them " + Shown.names(List.copyOf(others)),
                    "move that elsewhere?");
        }
    }

    /** How many folders are around everything, a part's folder not counted. */
    private static int wrapperDepth(List<Item> images) {
        int depth = 0;
        while (true) {
            var steps = new HashSet<String>();
            for (var item : images) {
                steps.add(step(item, depth));
            }
            boolean wrapped = steps.size() == 1 && !steps.contains("") && hasFolderBelow(images, depth + 1);
            if (!wrapped) {
                return depth;
            }
            depth++;
        }
    }

    private static boolean hasFolderBelow(List<Item> images, int depth) {
        return images.stream().anyMatch(item -> !step(item, depth).isEmpty());
    }

    /** The outermost folder; empty where the file stands in none. */
    static String folder(Item item) {
        return step(item, 0);
    }

    /** The name of the folder at a depth; empty where the file itself stands. */
    private static String step(Item item, int depth) {
        var steps = item.path().split("/", -1);
        return depth < steps.length - 1 ? steps[depth] : "";
    }
}
