package dev.sweetspot.data.format;

import dev.sweetspot.data.image.ImageHeader;
import java.util.List;

/** Chooses the size that every image gets. */
final class Sizes {
    private static final int SMALLEST = 16;

    private Sizes() {}

    /** Height and width. */
    record Size(int height, int width) {}

    /**
     * The size asked for; else the images' own when all agree and are small; else, when all agree, their shape with about as
     * many pixels as a square of the largest side has; else the median side, square. Sides are rounded to multiples of 8 that
     * are at least 16.
     */
    static Size choose(List<ImageHeader> headers, InputSize wanted, int largest, List<String> notes) {
        if (wanted instanceof InputSize.Asked asked) {
            return new Size(asked.height(), asked.width());
        }
        if (headers.isEmpty()) {
            return new Size(largest, largest);
        }
        var first = headers.get(0);
        boolean same = headers.stream().allMatch(first::equals);
        boolean shaped = same && wanted instanceof InputSize.OfData;
        boolean brief = Math.max(first.height(), first.width()) <= LoadOptions.KEPT;
        if (same && (brief || (shaped && small(first)))) {
            return new Size(first.height(), first.width());
        }
        if (shaped && first.height() != first.width()) {
            var size = inShape(first, largest);
            notes.add("The images are " + first.height() + " high and " + first.width() + " wide; each was resized to "
                    + size.height() + " x " + size.width() + " (--input-size changes that: height x width).");
            return size;
        }
        var sides = headers.stream()
                .mapToDouble(header -> Math.sqrt((double) header.height() * header.width()))
                .sorted()
                .toArray();
        double median = sides[sides.length / 2];
        int side = (int) Math.max(SMALLEST, Math.min(largest, Math.round(median / 8) * 8));
        notes.add((same
                        ? "The images are " + first.width() + " x " + first.height()
                        : "The images have different sizes, about " + Math.round(median) + " pixels a side")
                + "; each was resized to " + side + " x " + side + " (--input-size changes that).");
        return new Size(side, side);
    }

    /** No more pixels than the largest square that is kept as it is. */
    private static boolean small(ImageHeader image) {
        return (long) image.height() * image.width() <= LoadOptions.KEPT * LoadOptions.KEPT
                && Math.max(image.height(), image.width()) <= InputSize.LARGEST;
    }

    private static Size inShape(ImageHeader image, int largest) {
        double pixels = (double) image.height() * image.width();
        double factor = Math.min(
                Math.min(1, largest / Math.sqrt(pixels)),
                (double) InputSize.LARGEST / Math.max(image.height(), image.width()));
        return new Size(rounded(factor * image.height()), rounded(factor * image.width()));
    }

    private static int rounded(double side) {
        return (int) Math.max(SMALLEST, Math.round(side / 8) * 8);
    }
}
