package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.data.image.Resampler;
import dev.sweetspot.data.image.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Collects 8-bit images that lie one behind the other in large files: CIFAR records and IDX. */
final class Planes {
    private final ImageShape shape;
    private final TreeMap<String, Plane> planes = new TreeMap<>();

    Planes(ImageShape shape) {
        this.shape = shape;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never copied
    private record Plane(byte[] samples, int label, Part part) {}

    /** Image number {@code index} of a file. The same file with and without .gz is one, and has one name. */
    void add(String file, int index, byte[] channelsLast, int label, Part part) {
        var stem = file.replaceFirst("(?i)\\.gz$", "");
        planes.put(String.format(Locale.ROOT, "%s/%08d", stem, index), new Plane(channelsLast, label, part));
    }

    /** The set in the size asked for; classes without a name are called by their number, those never met left out. */
    Loaded<ImageSet> finish(List<String> names, LoadOptions options) {
        var all = List.copyOf(planes.values());
        int highest = all.stream().mapToInt(Plane::label).max().orElse(0);
        var notes = new ArrayList<String>();
        var classes = new ArrayList<String>();
        int[] places = places(all, highest, names, classes, notes);
        var size = options.inputSize() instanceof InputSize.Asked asked
                ? new Sizes.Size(asked.height(), asked.width())
                : new Sizes.Size(shape.height(), shape.width());
        var builder = new ImageSetBuilder(
                all.size(), new ImageShape(size.height(), size.width(), shape.channels()), Depth.U8);
        var done = new AtomicInteger();
        Parallel.each(all.size(), options.threads(), i -> {
            put(builder, i, all.get(i).samples(), size);
            options.progress().at(done.incrementAndGet(), all.size());
        });
        var labels = all.stream().mapToInt(plane -> places[plane.label()]).toArray();
        return new Loaded<>(builder.build(labels, classes, List.copyOf(planes.keySet())), given(all), List.of(), notes);
    }

    private static int[] places(
            List<Plane> all, int highest, List<String> names, List<String> classes, List<String> notes) {
        var met = new boolean[highest + 1];
        all.forEach(plane -> met[plane.label()] = true);
        var places = new int[highest + 1];
        var missing = new ArrayList<String>();
        for (int c = 0; c <= highest; c++) {
            places[c] = classes.size();
            (met[c] ? classes : missing).add(c < names.size() ? names.get(c) : Integer.toString(c));
        }
        if (!missing.isEmpty()) {
            notes.add("Classes without an image were left out: " + Shown.names(missing) + ".");
        }
        return places;
    }

    private void put(ImageSetBuilder builder, int i, byte[] samples, Sizes.Size size) {
        var image = new RawImage(shape.height(), shape.width(), shape.channels(), new Samples.Bytes(samples));
        if (Resampler.resize(image, size.height(), size.width()).samples() instanceof Samples.Bytes resized) {
            builder.put(i, resized.values());
        }
    }

    /** A test file alone says nothing about parts. */
    private static GivenParts given(List<Plane> all) {
        var parts = new @Nullable Part[all.size()];
        Arrays.setAll(parts, i -> all.get(i).part());
        var given = GivenParts.of(parts);
        return given.has(Part.TRAINING) ? given : GivenParts.none(all.size());
    }
}
