package dev.sweetspot.deep.network.layer;

/** The shape of what flows between layers, one item of a batch. */
public sealed interface Shape {
    /** How many numbers. */
    int size();

    /** How many numbers at each place: of a row, all. */
    int channels();

    /** How many places there are: pixels of an image, moments of a sequence; one of a row. */
    default int places() {
        return size() / channels();
    }

    /** An image. */
    record Image(int height, int width, int channels) implements Shape {
        @Override
        public int size() {
            return height * width * channels;
        }

        @Override
        public String toString() {
            return "an image of " + height + " x " + width + " x " + channels;
        }
    }

    /**
     * A sequence.
     *
     * @param length of the longest; shorter ones are padded at their end, and {@link Lengths} say where that begins
     * @param channels numbers at each time
     */
    record Sequence(int length, int channels) implements Shape {
        @Override
        public int size() {
            return length * channels;
        }

        @Override
        public String toString() {
            return "a sequence of " + length + " x " + channels;
        }
    }

    /** A row of numbers. */
    record Row(int size) implements Shape {
        @Override
        public int channels() {
            return size;
        }

        @Override
        public String toString() {
            return "a row of " + size;
        }
    }

    /** The shape as the image that a layer needs. */
    static Image image(Layer layer, Shape shape) {
        if (shape instanceof Image image) {
            return image;
        }
        throw new DoesNotFit(layer, shape, "needs an image", "move it before flatten?");
    }

    /** The shape as the sequence that a layer needs. */
    static Sequence sequence(Layer layer, Shape shape) {
        if (shape instanceof Sequence sequence) {
            return sequence;
        }
        throw new DoesNotFit(layer, shape, "needs a sequence", "move it before the layer that ends the sequence?");
    }

    /** What tiles of an image, or stretches of a sequence, leave of it. */
    static Shape pooled(Layer layer, Shape in, int size, int stride, int padding) {
        if (in instanceof Sequence sequence) {
            if (sequence.length() < size) {
                throw new DoesNotFit(layer, in, "needs a sequence of at least its own size, " + size, "fewer blocks?");
            }
            return new Sequence(sequence.length() / size, sequence.channels());
        }
        var image = image(layer, in);
        int height = image.height() + 2 * padding;
        int width = image.width() + 2 * padding;
        if (height < size || width < size) {
            throw new DoesNotFit(layer, in, "needs an image of at least its own size, " + size, "fewer blocks?");
        }
        return new Image((height - size) / stride + 1, (width - size) / stride + 1, image.channels());
    }
}
