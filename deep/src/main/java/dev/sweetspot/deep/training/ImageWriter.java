package dev.sweetspot.deep.training;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.training.augmentation.Mixing;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes images and their classes, or themselves as their targets, into batches. */
final class ImageWriter implements Examples.Writer {
    private final ImageSet set;
    private final ImageShape shape;
    private final Painter painter;
    private final List<Mixing> mixtures;
    private final ElementType type;
    private final int samples;
    private final int classes;
    private final boolean itself;
    private final short[] half;
    private float[] picture;
    private float[] other;
    private final float[] first;

    ImageWriter(ImageExamples examples, ElementType type) {
        this.set = examples.set();
        this.shape = set.shape();
        this.mixtures = examples.augmentations().mixtures();
        this.painter = new Painter(
                new Pixels(set, examples.statistics(), examples.rescaling()), shape, examples.augmentations());
        this.type = type;
        this.samples = Math.toIntExact(shape.samples());
        this.classes = examples.targets().outputs();
        this.itself = examples.targets() instanceof Targets.Inputs;
        this.half = new short[type == ElementType.FLOAT32 ? 0 : samples];
        this.picture = new float[samples];
        this.other = new float[mixtures.isEmpty() ? 0 : samples];
        this.first = new float[mixtures.isEmpty() ? 0 : samples];
    }

    @Override
    public void fill(Batch batch, int[] images, RandomGenerator random) {
        var inputs = Inputs.of(batch.inputs());
        if (itself) {
            var targets = batch.numbers();
            for (int i = 0; i < images.length; i++) {
                painter.paint(images[i], picture, random);
                put(picture, inputs, i);
                targets.put(i * samples, picture);
            }
        } else if (mixtures.isEmpty()) {
            LongBuffer labels = batch.classes();
            for (int i = 0; i < images.length; i++) {
                painter.paint(images[i], picture, random);
                put(picture, inputs, i);
                labels.put(i, set.label(images[i]));
            }
        } else {
            mix(inputs, batch.numbers(), images, random);
        }
    }

    @Override
    public void fill(Batch batch, int[] images) {
        var inputs = Inputs.of(batch.inputs());
        for (int i = 0; i < images.length; i++) {
            painter.paint(images[i], picture);
            put(picture, inputs, i);
        }
    }

    /** Each image gets a part of the next one in a circle through the batch, so that two pictures at a time are enough. */
    private void mix(Inputs inputs, FloatBuffer targets, int[] images, RandomGenerator random) {
        var circle = circle(images.length, random);
        painter.paint(images[circle[0]], picture, random);
        System.arraycopy(picture, 0, first, 0, samples);
        for (int i = 0; i < circle.length; i++) {
            boolean last = i + 1 == circle.length;
            int next = circle[last ? 0 : i + 1];
            if (!last) {
                painter.paint(images[next], other, random);
            }
            var mixture = mixtures.get(mixtures.size() == 1 ? 0 : random.nextInt(mixtures.size()));
            double share = mixture.mix(picture, last ? first : other, shape, random);
            put(picture, inputs, circle[i]);
            label(targets, circle[i], set.label(images[circle[i]]), set.label(images[next]), share);
            var kept = picture;
            picture = other;
            other = kept;
        }
    }

    private static int[] circle(int size, RandomGenerator random) {
        var circle = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            circle[i] = circle[j];
            circle[j] = i;
        }
        return circle;
    }

    private void label(FloatBuffer targets, int place, int own, int others, double share) {
        for (int c = 0; c < classes; c++) {
            targets.put(place * classes + c, 0);
        }
        targets.put(place * classes + own, (float) share);
        int at = place * classes + others;
        targets.put(at, targets.get(at) + (float) (1 - share));
    }

    /** The memory of a batch, seen as numbers of either width. */
    private record Inputs(FloatBuffer floats, ShortBuffer halves) {
        static Inputs of(ByteBuffer bytes) {
            return new Inputs(bytes.asFloatBuffer(), bytes.asShortBuffer());
        }
    }

    private void put(float[] values, Inputs inputs, int place) {
        if (type == ElementType.FLOAT32) {
            inputs.floats().put(place * samples, values);
            return;
        }
        for (int i = 0; i < samples; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            half[i] = (short) ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
        }
        inputs.halves().put(place * samples, half);
    }
}
