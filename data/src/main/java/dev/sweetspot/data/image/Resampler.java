package dev.sweetspot.data.image;

import dev.sweetspot.data.ImageShape;

/**
 * Changes the size of an image: each new sample is the weighted mean under a triangle as wide as the old samples that it
 * covers (bilinear with antialiasing, as Pillow's BILINEAR), first along rows, then along columns. The image is
 * stretched to the new shape: sizes differ more by where somebody cut than by shape.
 */
public final class Resampler {
    private Resampler() {}

    /** The image in another height and width, its channels and depth unchanged. */
    public static RawImage resize(RawImage image, ImageShape shape) {
        if (image.height() == shape.height() && image.width() == shape.width()) {
            return image;
        }
        var rows = along(image.samples(), image.height(), image.width(), image.channels(), shape.width(), false);
        var both = along(rows, shape.width(), image.height(), image.channels(), shape.height(), true);
        return new RawImage(shape.height(), shape.width(), image.channels(), image.depth(), both);
    }

    /**
     * Resizes lines.
     *
     * @param across false when a line is a row (lines x length), true when it is a column (length x lines)
     */
    private static int[] along(int[] from, int lines, int length, int channels, int newLength, boolean across) {
        double scale = (double) length / newLength;
        double reach = Math.max(1, scale);
        var to = new int[lines * newLength * channels];
        for (int i = 0; i < newLength; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) Math.floor(centre - reach));
            int last = Math.min(length - 1, (int) Math.ceil(centre + reach) - 1);
            var weights = weights(first, last, centre, reach);
            for (int line = 0; line < lines; line++) {
                for (int c = 0; c < channels; c++) {
                    double sum = 0;
                    for (int k = first; k <= last; k++) {
                        int at = across ? k * lines + line : line * length + k;
                        sum += weights[k - first] * from[at * channels + c];
                    }
                    int place = across ? i * lines + line : line * newLength + i;
                    to[place * channels + c] = (int) Math.rint(sum);
                }
            }
        }
        return to;
    }

    private static double[] weights(int first, int last, double centre, double reach) {
        var weights = new double[last - first + 1];
        double total = 0;
        for (int k = first; k <= last; k++) {
            weights[k - first] = Math.max(0, 1 - Math.abs(k + 0.5 - centre) / reach);
            total += weights[k - first];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= total;
        }
        return weights;
    }
}
