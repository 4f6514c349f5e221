package dev.sweetspot.deep.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.global.torch;

/**
 * A handle on numbers in native memory. Operations that make a new tensor return one that lives until the end of the
 * {@link Scope} it was made in, or until {@link #close} when {@link #keep} was called. Methods ending in an underscore
 * are not offered; methods that change a tensor in place say so in their first word: set, add, scale.
 */
public final class Tensor implements AutoCloseable {
    private final org.bytedeco.pytorch.Tensor handle;

    Tensor(org.bytedeco.pytorch.Tensor handle) {
        this.handle = handle;
    }

    org.bytedeco.pytorch.Tensor handle() {
        return handle;
    }

    /** Zeros, in the processor's memory. */
    public static Tensor zeros(ElementType type, long... shape) {
        return zeros(Device.CPU, type, shape);
    }

    /** Zeros on a device. */
    public static Tensor zeros(Device device, ElementType type, long... shape) {
        Native.load();
        return new Tensor(torch.zeros(shape, device.options(type)));
    }

    /** A copy of values, in row-major order, in the processor's memory. */
    public static Tensor of(float[] values, long... shape) {
        var tensor = zeros(ElementType.FLOAT32, shape);
        tensor.setAll(values);
        return tensor;
    }

    /** Class labels, in the processor's memory. */
    public static Tensor of(long... labels) {
        var tensor = zeros(ElementType.INT64, labels.length);
        tensor.bytes().asLongBuffer().put(labels);
        return tensor;
    }

    /** Where it lies. */
    public Device device() {
        return Device.of(handle);
    }

    /** The same numbers on a device, in the same order of memory; itself where it lies there. */
    public Tensor on(Device device) {
        return device() == device ? this : new Tensor(handle.to(device.nativeDevice(), type().nativeType()));
    }

    /** Saves it from the end of its scope; whoever keeps it closes it. */
    public Tensor keep() {
        handle.retainReference();
        return this;
    }

    /** Gives a kept tensor back. */
    @Override
    public void close() {
        handle.releaseReference();
    }

    /** Its shape as the engine writes it. */
    public long[] shape() {
        return handle.sizes().vec().get();
    }

    /** What its elements are. */
    public ElementType type() {
        return Arrays.stream(ElementType.values())
                .filter(type -> type.isThatOf(handle))
                .findFirst()
                .orElseThrow();
    }

    /** How many elements it has. */
    public long size() {
        return handle.numel();
    }

    /**
     * Its memory, in the order in which it lies there, valid as long as the tensor. Only for tensors in the processor's
     * memory that were made whole (not for views with gaps).
     */
    public ByteBuffer bytes() {
        if (!handle.is_cpu()) {
            throw new IllegalStateException("the memory of " + device() + " cannot be read from here");
        }
        var length = handle.nbytes();
        // A capacity set by hand: the engine's pointer does not know how much memory is behind it.
        return new BytePointer(handle.data_ptr())
                .capacity(length)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /** A copy of its 32-bit values, in the order in which they lie in memory. */
    public float[] floats() {
        var values = new float[Math.toIntExact(size())];
        if (handle.is_cpu()) {
            new FloatPointer(handle.data_ptr()).get(values);
        } else {
            try (var here = handle.cpu()) {
                new FloatPointer(here.data_ptr()).get(values);
            }
        }
        return values;
    }

    /** The one number in it. */
    public float item() {
        return handle.item_float();
    }

    /** A stretch of a one-dimensional tensor, sharing its memory. */
    public Tensor slice(long start, long length) {
        return new Tensor(handle.narrow(0, start, length));
    }

    /** The same numbers with another shape, sharing memory; without a copy where the order allows. */
    public Tensor reshaped(long... shape) {
        return new Tensor(handle.reshape(shape));
    }

    /** N x H x W x C memory seen as N x C x H x W, the shape that the layers' arithmetic wants. */
    public Tensor channelsLastView() {
        return new Tensor(handle.permute(0, 3, 1, 2));
    }

    /** A view of a stretch of a one-dimensional tensor: {@code shape} with {@code strides}, from {@code start} on. */
    public Tensor view(long start, long[] shape, long[] strides) {
        var length = 1L;
        for (int i = 0; i < shape.length; i++) {
            length += (shape[i] - 1) * strides[i];
        }
        return new Tensor(handle.narrow(0, start, length).as_strided(shape, strides));
    }

    /** The same numbers in another type; itself where the type is the same. Gradients flow back through it. */
    public Tensor as(ElementType type) {
        return type.isThatOf(handle) ? this : new Tensor(handle.to(type.nativeType()));
    }

    /** A copy. */
    public Tensor copy() {
        return new Tensor(handle.clone());
    }

    /** Makes it a weight: gradients of later losses are added into {@code gradient}, which has its shape and type. */
    public Tensor withGradient(Tensor gradient) {
        handle.set_requires_grad(true);
        handle.mutable_grad().put(gradient.handle);
        return this;
    }

    /** Adds the gradients of this one number to every weight it was computed from. */
    public void backward() {
        handle.backward();
    }

    /** Sets every element to a number. */
    public void setAll(double value) {
        try (var number = new Scalar(value)) {
            handle.fill_(number);
        }
    }

    /** Sets the elements of a 32-bit tensor, in the order in which they lie in memory. */
    public void setAll(float[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill a tensor of shape " + Arrays.toString(shape()));
        }
        if (values.length > 0) {
            Device.write(handle, here -> new FloatPointer(here.data_ptr()).put(values));
        }
    }

    /** Copies the other's numbers into this, converting the type where it differs. */
    public void set(Tensor other) {
        handle.copy_(other.handle);
    }

    /** this = this * factor. */
    public void scale(double factor) {
        try (var number = new Scalar(factor)) {
            handle.mul_(number);
        }
    }

    /** this = this + factor * other. */
    public void add(Tensor other, double factor) {
        try (var number = new Scalar(factor)) {
            handle.add_(other.handle, number);
        }
    }

    /** this = this + factor * a * b, element by element. */
    public void addProduct(Tensor a, Tensor b, double factor) {
        try (var number = new Scalar(factor)) {
            handle.addcmul_(a.handle, b.handle, number);
        }
    }

    /** this = this + factor * a / b, element by element. */
    public void addQuotient(Tensor a, Tensor b, double factor) {
        try (var number = new Scalar(factor)) {
            handle.addcdiv_(a.handle, b.handle, number);
        }
    }

    /** this = square root of the other / divisor + offset. */
    public void setRoot(Tensor other, double divisor, double offset) {
        try (var quotient = new Scalar(1 / divisor);
                var shift = new Scalar(offset)) {
            torch.sqrt_out(handle, other.handle);
            handle.mul_(quotient);
            handle.add_(shift);
        }
    }
}
