package dev.sweetspot.data.format;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.LoadedImages;
import dev.sweetspot.data.Part;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects images that lie as bytes in one large file: CIFAR records and IDX. */
final class Planes {
    private final ImageShape shape;
    private final List<byte[]> images = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Planes(ImageShape shape) {
        this.shape = shape;
    }

    void add(byte[] channelsLast, int label, Part part) {
        images.add(channelsLast);
        labels.add(label);
        parts.add(part);
    }

    /** The set; classes without a name are called by their number. */
    LoadedImages finish(String data, List<String> names) {
        int highest = labels.stream().mapToInt(Integer::intValue).max().orElse(-1);
        var classes = new ArrayList<String>();
        for (int c = 0; c <= highest; c++) {
            classes.add(c < names.size() ? names.get(c) : Integer.toString(c));
        }
        var counts = new int[Math.max(0, highest + 1)];
        labels.forEach(label -> counts[label]++);
        if (Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
            throw new InvalidInputException("data", data, "must have at least two classes", "");
        }
        var builder = new ImageSetBuilder(images.size(), shape, Depth.U8);
        var given = new @Nullable Part[images.size()];
        var order = new ArrayList<String>();
        for (int i = 0; i < images.size(); i++) {
            builder.put(i, images.get(i));
            given[i] = parts.get(i);
            order.add(String.format(Locale.ROOT, "%08d", i));
        }
        var all = labels.stream().mapToInt(Integer::intValue).toArray();
        return new LoadedImages(builder.build(all, classes, order), GivenParts.of(given), List.of(), List.of());
    }
}
