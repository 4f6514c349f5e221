package dev.sweetspot.insight.result;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Images of a data set as small pictures, in the size in which a network gets them, no side longer than 96 pixels. Three
 * channels are shown as red, green and blue, of any other number the first alone. Samples of 16 bits go from black, the darkest
 * of the image, to white, its brightest: microscopes seldom use the whole range.
 */
public final class Portraits implements Judged.Images {
    /** As wide as a gallery shows them, so that 24 of them stay below 700 kB. */
    private static final int SIDE = 96;

    private final ImageSet set;
    private final List<String> items;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * The images of some items.
     *
     * @param items the names that the set has for them
     */
    public Portraits(ImageSet set, List<String> items) {
        this.set = set;
        this.items = List.copyOf(items);
        for (int i = 0; i < set.size(); i++) {
            places.put(set.name(i), i);
        }
    }

    @Override
    public Optional<String> png(int item) {
        return Optional.ofNullable(places.get(items.get(item)))
                .map(this::picture)
                .map(Portraits::encoded);
    }

    private BufferedImage picture(int image) {
        int longer = Math.max(set.width(), set.height());
        int width = Math.max(1, longer <= SIDE ? set.width() : set.width() * SIDE / longer);
        int height = Math.max(1, longer <= SIDE ? set.height() : set.height() * SIDE / longer);
        var cells = new Cells(image, width, height);
        boolean colours = set.channels() == 3;
        var picture =
                new BufferedImage(width, height, colours ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        var raster = picture.getRaster();
        for (int c = 0; c < (colours ? 3 : 1); c++) {
            var levels = cells.levels(c);
            for (int i = 0; i < levels.length; i++) {
                raster.setSample(i % width, i / width, c, levels[i]);
            }
        }
        return picture;
    }

    /** An image in so many columns and rows: each the mean of the pixels that fall into it. */
    private final class Cells {
        private final ByteBuffer pixels = set.pixels();
        private final int start;
        private final int width;
        private final int height;

        Cells(int image, int width, int height) {
            this.start = image * set.bytesPerImage();
            this.width = width;
            this.height = height;
        }

        /** Of each cell one channel, from 0, black, to 255, white. */
        int[] levels(int channel) {
            var means = new double[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    means[y * width + x] = mean(x, y, channel);
                }
            }
            double low = 0;
            double high = set.depth().highest();
            if (set.depth() == Depth.U16) {
                low = Arrays.stream(means).min().orElse(low);
                high = Arrays.stream(means).max().orElse(high);
            }
            var levels = new int[means.length];
            for (int i = 0; i < means.length; i++) {
                levels[i] = high > low ? (int) Math.round(255 * (means[i] - low) / (high - low)) : 0;
            }
            return levels;
        }

        private double mean(int x, int y, int channel) {
            int left = x * set.width() / width;
            int right = Math.max(left + 1, (x + 1) * set.width() / width);
            int top = y * set.height() / height;
            int bottom = Math.max(top + 1, (y + 1) * set.height() / height);
            double sum = 0;
            for (int row = top; row < bottom; row++) {
                for (int column = left; column < right; column++) {
                    sum += sample((row * set.width() + column) * set.channels() + channel);
                }
            }
            return sum / ((right - left) * (bottom - top));
        }

        private int sample(int place) {
            return set.depth() == Depth.U8
                    ? pixels.get(start + place) & 0xFF
                    : pixels.getShort(start + place * Short.BYTES) & 0xFFFF;
        }
    }

    private static String encoded(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
