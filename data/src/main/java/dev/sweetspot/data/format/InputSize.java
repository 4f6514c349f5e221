package dev.sweetspot.data.format;

import dev.sweetspot.data.image.ImageHeader;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The height and width that every image of a set gets. */
public sealed interface InputSize {
    /** The name under which people set it. */
    String NAME = "input_size";

    /** Fewer pixels a side say nothing. */
    int SMALLEST = 8;

    /** More take long and seldom say more. */
    int LARGEST = 512;

    /**
     * That of the images where all have one and it is small; else as many pixels as a square of the usual side has, in the
     * shape of the images where all have one, and square where they differ.
     */
    record OfData() implements InputSize {}

    /**
     * The same, but images that are too large become squares whatever their shape: so it was before images could keep it,
     * and what was learnt from squares goes on with squares.
     */
    record OfDataInSquares() implements InputSize {}

    /**
     * As a person said it.
     *
     * @param height in pixels, from 8 to 512
     * @param width likewise
     */
    record Asked(int height, int width) implements InputSize {
        /** Checks the ranges. */
        public Asked {
            if (height != within(height) || width != within(width)) {
                throw new InvalidInputException(
                        NAME,
                        label(height, width),
                        "must be from " + SMALLEST + " to " + LARGEST,
                        label(within(height), within(width)) + "?");
            }
        }

        /** A square. */
        public Asked(int side) {
            this(side, side);
        }

        /** Whether height and width are the same. */
        public boolean square() {
            return height == width;
        }

        private static int within(int side) {
            return Math.max(SMALLEST, Math.min(LARGEST, side));
        }

        private static String label(int height, int width) {
            return height == width ? Integer.toString(height) : height + "x" + width;
        }

        /** "24x48", or "32" for a square of that side. */
        @Override
        public String toString() {
            return label(height, width);
        }
    }

    /** Follows the data. */
    static InputSize ofData() {
        return new OfData();
    }

    /**
     * A size as people write it: "32" for a square, "24x48" for height and width.
     *
     * @throws InvalidInputException when it is neither, or too small or too large
     */
    static Asked parse(String text) {
        var match = Pattern.compile("(\\d{1,9})(?:\\s*[xX]\\s*(\\d{1,9}))?").matcher(text.trim());
        if (!match.matches()) {
            throw new InvalidInputException(
                    NAME, text, "must be a whole number of pixels a side, or height x width", "64, or 24x48?");
        }
        int height = Integer.parseInt(match.group(1));
        return match.group(2) == null ? new Asked(height) : new Asked(height, Integer.parseInt(match.group(2)));
    }

    /** What images of these sizes get. */
    default Asked of(List<ImageHeader> images) {
        var size = Sizes.choose(images, this, LoadOptions.KEPT, new ArrayList<>());
        return new Asked(size.height(), size.width());
    }
}
