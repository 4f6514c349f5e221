package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.rescaling.UnitRange;
import dev.sweetspot.study.Seeds;
import java.awt.image.BufferedImage;

/**
 * A picture of what changes do to images: a row an image, first as it is and then changed in different ways, with a line between.
 * Mixtures are left out. Images of 16 bits are stretched to four standard deviations about the mean of each channel; of two
 * channels, or more than three, the first is shown in grey.
 */
public final class AugmentedSheet {
    private static final double SPAN = 4;
    private static final int LINE = 1;

    private AugmentedSheet() {}

    /**
     * The sheet.
     *
     * @param images the indices of those to show
     * @param times how often each is shown changed, at least 1
     * @param seed from which the changes follow
     */
    public static BufferedImage of(ImageSet set, int[] images, Augmentations changes, int times, long seed) {
        var shown = new Augmentations(changes.moves(), changes.tones(), changes.touches(), java.util.List.of());
        var statistics = ChannelStatistics.of(set, images);
        var painter = new Painter(new Pixels(set, statistics, new UnitRange()), set.shape(), shown);
        var random = Seeds.generator(seed);
        var sheet = new BufferedImage(
                (times + 1) * (set.width() + LINE) - LINE,
                images.length * (set.height() + LINE) - LINE,
                BufferedImage.TYPE_INT_RGB);
        var picture = new float[(int) set.shape().samples()];
        for (int row = 0; row < images.length; row++) {
            for (int column = 0; column <= times; column++) {
                if (column == 0) {
                    painter.paint(images[row], picture);
                } else {
                    painter.paint(images[row], picture, random);
                }
                draw(picture, set, statistics, sheet, column * (set.width() + LINE), row * (set.height() + LINE));
            }
        }
        return sheet;
    }

    private static void draw(
            float[] picture, ImageSet set, ChannelStatistics statistics, BufferedImage sheet, int left, int top) {
        for (int y = 0; y < set.height(); y++) {
            for (int x = 0; x < set.width(); x++) {
                sheet.setRGB(left + x, top + y, colour(picture, set, statistics, x, y));
            }
        }
    }

    /** A pixel as it is shown, of a picture whose values go from 0, black, to 1, white. */
    static int colour(float[] picture, ImageSet set, ChannelStatistics statistics, int x, int y) {
        boolean colours = set.channels() == 3;
        int at = (y * set.width() + x) * set.channels();
        int red = level(picture[at], 0, set, statistics);
        int green = colours ? level(picture[at + 1], 1, set, statistics) : red;
        int blue = colours ? level(picture[at + 2], 2, set, statistics) : red;
        return red << 16 | green << 8 | blue;
    }

    private static int level(float value, int channel, ImageSet set, ChannelStatistics statistics) {
        double share = value;
        if (set.depth() == Depth.U16) {
            int highest = set.depth().highest();
            double width = SPAN * Math.max(1, statistics.sd(channel)) / highest;
            share = (value - statistics.mean(channel) / highest) / width + 0.5;
        }
        return (int) Math.max(0, Math.min(255, Math.round(255 * share)));
    }
}
