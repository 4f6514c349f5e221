package dev.sweetspot.studio.project;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;

/**
 * How one channel of images is shown; nothing is learnt from it.
 *
 * @param colour in which it shines, {@code #rrggbb}; the channels are added
 * @param visible whether it is shown at all
 * @param contrast which values are dark and which bright
 */
public record ChannelView(String colour, boolean visible, Contrast contrast) {
    /** Checks the colour. */
    public ChannelView {
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new InvalidInputException("colour", Shown.name(colour), "must be like #00ff00", "#00ff00?");
        }
    }

    /** Which values are dark and which bright. */
    public sealed interface Contrast {
        /** From each image by itself: all but its darkest and brightest 0.35 per cent. */
        record Automatic() implements Contrast {}

        /**
         * The same for all images, as parts of what a sample can hold, so that one range fits 8 and 16 bits.
         *
         * @param low what is black, from 0 and below high
         * @param high what is brightest, up to 1
         */
        record Range(double low, double high) implements Contrast {
            /** Checks the range. */
            public Range {
                if (!(low >= 0 && low < high && high <= 1)) {
                    throw new InvalidInputException(
                            "contrast", low + " to " + high, "must rise, from 0 or more to 1 or less", "0 to 1?");
                }
            }
        }
    }
}
