package dev.sweetspot.data.format;

import dev.sweetspot.data.image.ImageHeader;
import java.util.List;
import java.util.OptionalInt;

/** Chooses the size that every image gets. */
final class Sizes {
    private static final int SMALLEST = 16;

    private Sizes() {}

    /** Height and width. */
    record Size(int height, int width) {}

    /**
     * The size asked for; else the images' own when all agree and are small; else the median side rounded to a multiple
     * of 8, within 16 and the largest, square.
     */
    static Size choose(List<ImageHeader> headers, OptionalInt asked, int largest, List<String> notes) {
        if (asked.isPresent()) {
            return new Size(asked.getAsInt(), asked.getAsInt());
        }
        if (headers.isEmpty()) {
            return new Size(largest, largest);
        }
        var first = headers.get(0);
        boolean same = headers.stream().allMatch(first::equals);
        if (same && Math.max(first.height(), first.width()) <= LoadOptions.KEPT) {
            return new Size(first.height(), first.width());
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
}
