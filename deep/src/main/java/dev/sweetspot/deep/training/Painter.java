package dev.sweetspot.deep.training;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.PlaceMap;
import dev.sweetspot.deep.training.augmentation.Tone;
import java.util.random.RandomGenerator;

/**
 * Paints images as they are, or changed at random. All moves of an image are one map, and so one pass over its pixels, however
 * many there are; where every new pixel is an old one, rows are copied. Between pixels it is linear in both directions, and
 * outside is the mean colour. Not safe for several threads.
 */
final class Painter {
    private final Pixels pixels;
    private final ImageShape shape;
    private final Augmentations changes;
    private final PlaceMap map;
    private final Tone tone = new Tone();
    private final int channels;
    private final float[] lift;

    Painter(Pixels pixels, ImageShape shape, Augmentations changes) {
        this.pixels = pixels;
        this.shape = shape;
        this.changes = changes;
        this.map = new PlaceMap(shape.width(), shape.height());
        this.channels = shape.channels();
        this.lift = new float[channels];
    }

    /** An image as it is stored. */
    void paint(int index, float[] picture) {
        map.reset();
        pixels.read(index);
        copy(picture);
    }

    /** An image with all changes but mixtures. */
    void paint(int index, float[] picture, RandomGenerator random) {
        map.reset();
        for (int i = 0; i < changes.moves().size(); i++) {
            changes.moves().get(i).draw(random, map);
        }
        pixels.read(index);
        if (map.keepsPixels()) {
            copy(picture);
        } else {
            sample(picture);
        }
        tone(picture, random);
        for (int i = 0; i < changes.touches().size(); i++) {
            changes.touches().get(i).change(picture, shape, pixels.neutral(), pixels.width(), random);
        }
    }

    private void copy(float[] picture) {
        int height = shape.height();
        int width = shape.width();
        int step = map.xx() < 0 ? -1 : 1;
        // The old column of the new column 0, and the old row of the new row 0.
        int column = (int) Math.rint((1 - map.xx()) * (width - 1) / 2.0 + map.x0());
        int row = (int) Math.rint((1 - map.yy()) * (height - 1) / 2.0 + map.y0());
        // Where the new columns begin and end that have an old one.
        int begin = Math.max(0, Math.min(width, step > 0 ? -column : column - width + 1));
        int end = Math.max(begin, Math.min(width, step > 0 ? width - column : column + 1));
        for (int y = 0; y < height; y++) {
            int oldRow = Math.max(-1, Math.min(height, row + (map.yy() < 0 ? -y : y)));
            int from = (oldRow + 1) * pixels.stride() + (1 + column + step * begin) * channels;
            int to = y * width * channels;
            neutral(picture, to, to + begin * channels);
            if (step > 0 && end > begin) {
                System.arraycopy(pixels.framed(), from, picture, to + begin * channels, (end - begin) * channels);
            } else if (end > begin) {
                mirror(from, picture, to + begin * channels, to + end * channels);
            }
            neutral(picture, to + end * channels, to + width * channels);
        }
    }

    private void neutral(float[] picture, int from, int to) {
        for (int i = from; i < to; i += channels) {
            System.arraycopy(pixels.neutral(), 0, picture, i, channels);
        }
    }

    private void mirror(int from, float[] picture, int begin, int end) {
        var framed = pixels.framed();
        int old = from;
        for (int i = begin; i < end; i += channels) {
            for (int c = 0; c < channels; c++) {
                picture[i + c] = framed[old + c];
            }
            old -= channels;
        }
    }

    private void sample(float[] picture) {
        int height = shape.height();
        int width = shape.width();
        int stride = pixels.stride();
        var framed = pixels.framed();
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        double xx = map.xx();
        double yx = map.yx();
        int to = 0;
        for (int y = 0; y < height; y++) {
            // In the frame, which begins a pixel before the image.
            double startX = map.x0() + centreX + 1 + map.xy() * (y - centreY) - xx * centreX;
            double startY = map.y0() + centreY + 1 + map.yy() * (y - centreY) - yx * centreX;
            for (int x = 0; x < width; x++) {
                double oldX = Math.max(0, Math.min(width + 1, startX + xx * x));
                double oldY = Math.max(0, Math.min(height + 1, startY + yx * x));
                int left = (int) oldX;
                int top = (int) oldY;
                float across = (float) (oldX - left);
                float down = (float) (oldY - top);
                int at = top * stride + left * channels;
                for (int c = 0; c < channels; c++) {
                    float first = framed[at + c];
                    float third = framed[at + stride + c];
                    float upper = first + across * (framed[at + channels + c] - first);
                    float lower = third + across * (framed[at + stride + channels + c] - third);
                    picture[to++] = upper + down * (lower - upper);
                }
            }
        }
    }

    private void tone(float[] picture, RandomGenerator random) {
        if (changes.tones().isEmpty()) {
            return;
        }
        tone.reset();
        for (int i = 0; i < changes.tones().size(); i++) {
            changes.tones().get(i).draw(random, tone);
        }
        float gain = (float) tone.gain();
        var neutral = pixels.neutral();
        for (int c = 0; c < lift.length; c++) {
            lift[c] = (float) (neutral[c] * (1 - tone.gain()) + tone.lift() * pixels.width()[c]);
        }
        int c = 0;
        for (int i = 0; i < picture.length; i++) {
            picture[i] = gain * picture[i] + lift[c];
            c = c + 1 == lift.length ? 0 : c + 1;
        }
    }
}
