package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Room for the examples of one batch in native memory; written by one thread, then read by another. */
public final class Batch implements AutoCloseable {
    private final Tensor room;
    private final Tensor input;
    private final Tensor targets;
    private final ByteBuffer inputs;
    private final ByteBuffer aims;

    /**
     * Room for so many examples of a shape.
     *
     * @param type of the inputs
     */
    public Batch(int size, Shape shape, ElementType type, Targets targets) {
        if (shape instanceof Shape.Image image) {
            room = Tensor.zeros(type, size, image.height(), image.width(), image.channels())
                    .keep();
            input = room.channelsLastView().keep();
        } else {
            room = Tensor.zeros(type, size, shape.size()).keep();
            input = room.reshaped(size, shape.size()).keep();
        }
        this.targets = (targets.width() == 1 && targets instanceof Targets.Classes
                        ? Tensor.zeros(targets.type(), size)
                        : Tensor.zeros(targets.type(), size, targets.width()))
                .keep();
        this.inputs = room.bytes();
        this.aims = this.targets.bytes();
    }

    /** The memory of the inputs, example after example; images row by row with their channels last. */
    public ByteBuffer inputs() {
        return inputs;
    }

    /** The memory of the targets where they are {@link Targets.Classes}. */
    public LongBuffer classes() {
        return aims.asLongBuffer();
    }

    /** The memory of the targets where they are {@link Targets.Numbers} or {@link Targets.Shares}. */
    public FloatBuffer numbers() {
        return aims.asFloatBuffer();
    }

    /** What the network takes: N x channels x height x width, or N x numbers. */
    Tensor input() {
        return input;
    }

    /** N class numbers, or N x outputs: shares of classes or numbers. */
    Tensor targets() {
        return targets;
    }

    @Override
    public void close() {
        input.close();
        room.close();
        targets.close();
    }
}
