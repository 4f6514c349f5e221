package dev.sweetspot.deep.training;

import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/** Room for the images and labels of one batch in native memory; written by one thread, then read by another. */
final class Batch implements AutoCloseable {
    private final Tensor images;
    private final Tensor input;
    private final Tensor labels;
    private final ByteBuffer pixels;
    private final LongBuffer classes;

    Batch(int size, int height, int width, int channels, ElementType type) {
        images = Tensor.zeros(type, size, height, width, channels).keep();
        input = images.channelsLastView().keep();
        labels = Tensor.zeros(ElementType.INT64, size).keep();
        pixels = images.bytes();
        classes = labels.bytes().asLongBuffer();
    }

    ByteBuffer pixels() {
        return pixels;
    }

    LongBuffer classes() {
        return classes;
    }

    /** N x channels x height x width. */
    Tensor input() {
        return input;
    }

    Tensor labels() {
        return labels;
    }

    @Override
    public void close() {
        input.close();
        images.close();
        labels.close();
    }
}
