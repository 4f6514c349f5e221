package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Depth;
import dev.sweetspot.deep.adversarial.SampleSheet;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Images that a model drew. */
public final class Drawn {
    private static final int COLUMNS = 10;

    private final Drawings drawings;
    private final float[][] images;

    Drawn(Drawings drawings, float[][] images) {
        this.drawings = drawings;
        this.images = images;
    }

    /** How many there are. */
    public int size() {
        return images.length;
    }

    /**
     * One of them as it is written into files, as deep as the images that were learnt from: a picture in grey or colour, or
     * one in grey for each channel where there are two or more than three, or where three have 16 bits.
     */
    public List<BufferedImage> pictures(int index) {
        var samples = drawings.samples(images[index]);
        int channels = drawings.shape().channels();
        if (channels == 3 && drawings.depth() == Depth.U8) {
            return List.of(colour(samples));
        }
        var all = new ArrayList<BufferedImage>();
        for (int c = 0; c < channels; c++) {
            all.add(grey(samples, c));
        }
        return all;
    }

    private BufferedImage colour(int[] samples) {
        var shape = drawings.shape();
        var picture = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < shape.width() * shape.height(); i++) {
            picture.setRGB(
                    i % shape.width(),
                    i / shape.width(),
                    samples[3 * i] << 16 | samples[3 * i + 1] << 8 | samples[3 * i + 2]);
        }
        return picture;
    }

    private BufferedImage grey(int[] samples, int channel) {
        var shape = drawings.shape();
        var picture = new BufferedImage(
                shape.width(),
                shape.height(),
                drawings.depth() == Depth.U8 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < shape.width() * shape.height(); i++) {
            picture.getRaster()
                    .setSample(i % shape.width(), i / shape.width(), 0, samples[i * shape.channels() + channel]);
        }
        return picture;
    }

    /** All of them, or the first hundred, side by side. */
    public BufferedImage sheet() {
        int columns = Math.min(COLUMNS, images.length);
        int shown = Math.min(COLUMNS * COLUMNS, images.length / columns * columns);
        return SampleSheet.of(Arrays.copyOf(images, shown), drawings.shape(), columns);
    }
}
