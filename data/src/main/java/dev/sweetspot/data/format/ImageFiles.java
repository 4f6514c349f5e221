package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.image.BadImageException;
import dev.sweetspot.data.image.ImageDecoder;
import dev.sweetspot.data.image.ImageHeader;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Many image files to one image set: sizes looked at first, then everything decoded in parallel. */
public final class ImageFiles {
    private ImageFiles() {}

    static Loaded<ImageSet> load(String data, List<Item> files, LoadOptions options) {
        var notes = new ArrayList<String>();
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
        if (!others.isEmpty()) {
            notes.add(others.size() + " files are no images and were left aside: " + Shown.names(others) + ".");
        }
        if (images.isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(data),
                    "holds no images (PNG, JPEG, BMP, GIF, TIFF)",
                    others.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT)
                                    .contains(".csv"))
                            ? "name the table itself, and --test for a test part, as in train.csv --test test.csv?"
                            : "a folder with a folder for each class, as in cats/1.png and dogs/2.png?");
        }
        images.sort(Comparator.comparing(Item::path));
        return of(data, Layout.place(data, images, options.blind().isPresent()), notes, options);
    }

    /**
     * Loads images of which somebody knows the classes and the parts, as a project does.
     *
     * @param data what they are called together, for messages
     * @param placed at least one, in strictly ascending order of their paths
     * @param known what a person should know already; sentences
     * @throws InvalidInputException when more than half of them cannot be used, or their channels differ
     */
    public static Loaded<ImageSet> of(String data, List<PlacedImage> placed, List<String> known, LoadOptions options) {
        var notes = new ArrayList<>(known);
        var images = placed.stream().map(PlacedImage::item).toList();
        var size = Sizes.choose(headers(images, options), options.inputSize(), options.largest(), notes);
        var decoded = decode(images, size, options);
        return assemble(data, placed, decoded, size, options, notes);
    }

    private static List<ImageHeader> headers(List<Item> images, LoadOptions options) {
        // The sizes of a few hundred images, evenly spread, say what the others are like.
        int stride = Math.max(1, images.size() / 400);
        var looked = new ArrayList<Item>();
        for (int i = 0; i < images.size(); i += stride) {
            looked.add(images.get(i));
        }
        var headers = new @Nullable ImageHeader[looked.size()];
        Parallel.each(looked.size(), options.threads(), index -> {
            try {
                headers[index] = ImageDecoder.header(looked.get(index).bytes().read());
            } catch (BadImageException | IOException bad) {
                headers[index] = null;
            }
        });
        var found = new ArrayList<ImageHeader>();
        for (var header : headers) {
            if (header != null) {
                found.add(header);
            }
        }
        return found;
    }

    private static List<Decoded> decode(List<Item> images, Sizes.Size size, LoadOptions options) {
        var decoded = new @Nullable Decoded[images.size()];
        var done = new AtomicInteger();
        Parallel.each(images.size(), options.threads(), index -> {
            decoded[index] = Decoded.of(images.get(index), size);
            options.progress().at(done.incrementAndGet(), images.size());
        });
        var all = new ArrayList<Decoded>();
        for (var one : decoded) {
            all.add(Objects.requireNonNull(one));
        }
        return all;
    }

    private static Loaded<ImageSet> assemble(
            String data,
            List<PlacedImage> placed,
            List<Decoded> decoded,
            Sizes.Size size,
            LoadOptions options,
            List<String> notes) {
        var kept = new ArrayList<PlacedImage>();
        var pictures = new ArrayList<Decoded.Picture>();
        var skipped = new ArrayList<Skipped>();
        for (int i = 0; i < placed.size(); i++) {
            if (decoded.get(i) instanceof Decoded.Picture picture) {
                kept.add(placed.get(i));
                pictures.add(picture);
            } else if (decoded.get(i) instanceof Decoded.Bad bad) {
                skipped.add(new Skipped(placed.get(i).item().path(), bad.reason()));
            }
        }
        refuseMostlyBad(data, placed.size(), skipped);
        var classes = List.copyOf(
                new TreeSet<>(kept.stream().map(PlacedImage::className).toList()));
        if (options.blind().isEmpty()) {
            noteLostClasses(placed, classes, notes);
        }
        int channels = Channels.common(kept, pictures, notes);
        var depth = commonDepth(pictures, notes);
        var shape = new ImageShape(size.height(), size.width(), channels);
        var builder = new ImageSetBuilder(pictures.size(), shape, depth);
        var labels = new int[kept.size()];
        var parts = new @Nullable Part[kept.size()];
        Parallel.each(labels.length, options.threads(), i -> pictures.get(i).putInto(builder, i, channels, depth));
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes.indexOf(kept.get(i).className());
            parts[i] = kept.get(i).part().orElse(null);
        }
        var names = kept.stream().map(image -> image.item().path()).toList();
        return new Loaded<>(builder.build(labels, classes, names), GivenParts.of(parts), skipped, notes);
    }

    private static void noteLostClasses(List<PlacedImage> placed, List<String> kept, List<String> notes) {
        var lost = new TreeSet<>(placed.stream().map(PlacedImage::className).toList());
        lost.removeAll(kept);
        if (!lost.isEmpty()) {
            notes.add("Classes without a usable image were left out: " + Shown.names(List.copyOf(lost)) + ".");
        }
    }

    private static Depth commonDepth(List<Decoded.Picture> pictures, List<String> notes) {
        long wide = pictures.stream()
                .filter(picture -> picture.depth() == Depth.U16)
                .count();
        if (wide > 0 && wide < pictures.size()) {
            notes.add(pictures.size() - wide + " images of 8 bits stand among " + wide
                    + " of 16 bits and were stretched to 16, so that white stays white.");
        }
        return wide > 0 ? Depth.U16 : Depth.U8;
    }

    private static void refuseMostlyBad(String data, int all, List<Skipped> skipped) {
        if (skipped.size() * 2 > all) {
            var some = skipped.stream().limit(5).map(Skipped::toString).toList();
            throw new InvalidInputException(
                    "data",
                    Shown.name(data),
                    skipped.size() + " of " + all + " images cannot be used (" + String.join("; ", some) + ")",
                    "another folder, or copy the files again?");
        }
    }
}
