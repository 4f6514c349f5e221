package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.layer.Lengths;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.Signal;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * Room for the examples of one batch in the processor's memory; written by one thread, then read by another, which takes
 * it to the device where it computes.
 */
public final class Batch implements AutoCloseable {
    private final Shape shape;
    private final int size;
    private final ElementType type;
    private final Tensor room;
    private final Tensor input;
    private final Tensor targets;
    private final ByteBuffer inputs;
    private final ByteBuffer aims;
    private long[] lengths = {};
    private int stepsEach = 0;
    private short[] halves = {};

    /**
     * Room for so many examples of a shape.
     *
     * @param type of the inputs
     */
    public Batch(int size, Shape shape, ElementType type, Targets targets) {
        this(
                size,
                shape,
                type,
                targets instanceof Targets.Classes
                        ? Tensor.zeros(targets.type(), size)
                        : Tensor.zeros(targets.type(), size, targets.width()));
    }

    /** Without targets: for predictions. */
    public Batch(int size, Shape shape, ElementType type) {
        this(size, shape, type, Tensor.zeros(ElementType.FLOAT32, 0));
    }

    private Batch(int size, Shape shape, ElementType type, Tensor targets) {
        this.shape = shape;
        this.size = size;
        this.type = type;
        room = Tensor.zeros(type, (long) size * shape.size()).keep();
        input = input(shape).keep();
        this.targets = targets.keep();
        this.inputs = room.bytes();
        this.aims = targets.size() == 0 ? ByteBuffer.allocate(0) : targets.bytes();
    }

    private Tensor input(Shape of) {
        if (of instanceof Shape.Image image) {
            return room.reshaped(size, image.height(), image.width(), image.channels())
                    .channelsLastView();
        }
        return of instanceof Shape.Sequence sequence
                ? room.reshaped(size, sequence.length(), sequence.channels())
                : room.reshaped(size, of.size());
    }

    /** How many examples it has room for. */
    public int size() {
        return size;
    }

    /** The memory of the inputs, example after example; images row by row with their channels last. */
    public ByteBuffer inputs() {
        return inputs;
    }

    /**
     * Writes numbers into the memory of the inputs, in its type.
     *
     * @param at how many numbers lie before them
     * @param count how many of the values to write, from the first on
     */
    public void put(int at, float[] values, int count) {
        if (type == ElementType.FLOAT32) {
            inputs.asFloatBuffer().put(at, values, 0, count);
            return;
        }
        if (halves.length < count) {
            halves = new short[count];
        }
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            halves[i] = (short) ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
        }
        inputs.asShortBuffer().put(at, halves, 0, count);
    }

    /** Makes the inputs, as they stand in it, the targets too: {@link Targets.Inputs}. */
    void aimAtInputs() {
        if (type == ElementType.FLOAT32) {
            numbers().put(inputs.asFloatBuffer());
            return;
        }
        var from = inputs.asShortBuffer();
        var to = numbers();
        for (int i = 0; i < to.capacity(); i++) {
            to.put(i, Float.intBitsToFloat(from.get(i) << 16));
        }
    }

    /**
     * Says how long its sequences are. They lie one behind the other, zeros behind their ends.
     *
     * @param steps one a sequence, at least 1
     * @param places how many steps there is place for in each of them: at least as many as the longest has
     */
    public void setLengths(int[] steps, int places) {
        lengths = Arrays.stream(steps).asLongStream().toArray();
        stepsEach = places;
    }

    /** How long each of its sequences is; empty where they are not sequences. */
    long[] lengths() {
        return lengths.clone();
    }

    /** The shape of an example, of the longest where they are sequences. */
    Shape shape() {
        return shape;
    }

    /** The memory of the targets where they are {@link Targets.Classes}. */
    public LongBuffer classes() {
        return aims.asLongBuffer();
    }

    /** The memory of the targets where they are {@link Targets.Numbers}, {@link Targets.Shares} or {@link Targets.Inputs}. */
    public FloatBuffer numbers() {
        return aims.asFloatBuffer();
    }

    /** What the network takes: N x channels x height x width, N x steps x channels, or N x numbers. */
    public Signal signal(Device device) {
        if (lengths.length == 0 || !(shape instanceof Shape.Sequence sequence)) {
            return Signal.of(input.on(device));
        }
        long steps = stepsEach;
        long channels = sequence.channels();
        var values = room.view(0, new long[] {size, steps, channels}, new long[] {steps * channels, channels, 1})
                .on(device);
        return Arrays.stream(lengths).allMatch(length -> length == steps)
                ? Signal.of(values)
                : Signal.of(values, new Lengths(lengths));
    }

    /** N class numbers, or N x outputs: shares of classes or numbers. */
    public Tensor targets(Device device) {
        return targets.on(device);
    }

    @Override
    public void close() {
        input.close();
        room.close();
        targets.close();
    }
}
