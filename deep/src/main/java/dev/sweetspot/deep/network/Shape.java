package dev.sweetspot.deep.network;

/** The shape of what flows between layers, one item of a batch. */
public sealed interface Shape {
    /** How many numbers. */
    int size();

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

    /** A row of numbers. */
    record Row(int size) implements Shape {
        @Override
        public String toString() {
            return "a row of " + size;
        }
    }
}
