package dev.sweetspot.deep.training;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import java.awt.image.BufferedImage;

/**
 * A picture of what a network makes again: each image with its reconstruction to the right, in lines of several such pairs.
 * Colours are as {@link AugmentedSheet} shows them.
 */
public final class ReconstructionSheet {
    private static final int PAIRS_A_LINE = 4;
    private static final int GAP = 1;
    private static final int BETWEEN = 8;
    private static final int WISHED_SIDE = 96;
    private static final int GROUND = 0xffffff;

    private ReconstructionSheet() {}

    /**
     * The sheet.
     *
     * @param prepared the images as a network gets them
     * @param items the images to show, in their order
     * @param made what was made of each, as the network gives it
     */
    public static BufferedImage of(ImageExamples prepared, int[] items, float[][] made) {
        var set = prepared.set();
        var given = PreparedInputs.of(prepared, items);
        int zoom = Math.max(1, Math.round((float) WISHED_SIDE / Math.max(set.width(), set.height())));
        int width = set.width() * zoom;
        int height = set.height() * zoom;
        int lines = (items.length + PAIRS_A_LINE - 1) / PAIRS_A_LINE;
        int columns = Math.min(items.length, PAIRS_A_LINE);
        var sheet = new BufferedImage(
                columns * (2 * width + GAP + BETWEEN) + BETWEEN,
                lines * (height + BETWEEN) + BETWEEN,
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                sheet.setRGB(x, y, GROUND);
            }
        }
        for (int i = 0; i < items.length; i++) {
            int left = BETWEEN + i % PAIRS_A_LINE * (2 * width + GAP + BETWEEN);
            int top = BETWEEN + i / PAIRS_A_LINE * (height + BETWEEN);
            draw(shares(prepared, given[i]), set, prepared.statistics(), sheet, left, top, zoom);
            draw(shares(prepared, made[i]), set, prepared.statistics(), sheet, left + width + GAP, top, zoom);
        }
        return sheet;
    }

    /** From 0, black, to 1, white. */
    private static float[] shares(ImageExamples prepared, float[] values) {
        var scale = prepared.errorScale();
        var statistics = prepared.statistics();
        int channels = statistics.channels();
        var shares = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int c = i % channels;
            double deviation = statistics.sd(c) > 0 ? statistics.sd(c) : 1;
            double stored = statistics.mean(c) + deviation * scale.standard(values[i], i);
            shares[i] = (float) (stored / prepared.set().depth().highest());
        }
        return shares;
    }

    private static void draw(
            float[] picture,
            ImageSet set,
            ChannelStatistics statistics,
            BufferedImage sheet,
            int left,
            int top,
            int zoom) {
        for (int y = 0; y < set.height(); y++) {
            for (int x = 0; x < set.width(); x++) {
                int colour = AugmentedSheet.colour(picture, set, statistics, x, y);
                for (int dy = 0; dy < zoom; dy++) {
                    for (int dx = 0; dx < zoom; dx++) {
                        sheet.setRGB(left + x * zoom + dx, top + y * zoom + dy, colour);
                    }
                }
            }
        }
    }
}
