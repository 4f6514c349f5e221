package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Convolve;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;

/**
 * Two-dimensional convolution (a cross-correlation, as everywhere in this field).
 *
 * @param filters output channels, at least 1
 * @param size height and width of the kernel, at least 1
 * @param stride by how much the kernel moves on, at least 1
 * @param padding zeros around the image, less than half the kernel
 * @param groups into how many groups the channels are divided, each seen by its own filters; as many as channels makes it
 *     depthwise
 * @param bias whether a number is added to each channel; not where a normalisation follows
 */
public record Convolution(int filters, int size, int stride, int padding, int groups, boolean bias) implements Layer {
    static final Kind KIND = new Kind("convolution", fields -> {
        int size = fields.integer("size");
        return new Convolution(
                fields.integer("filters"),
                size,
                fields.findWhole("stride").orElse(1L).intValue(),
                fields.findWhole("padding").orElse(size / 2L).intValue(),
                fields.findWhole("groups").orElse(1L).intValue(),
                fields.findTruth("bias").orElse(true));
    });

    /** Measured: {@code NetworkMemory} of the tests. */
    static final long WORKSPACE = 20L << 20;

    /** Checks the ranges. */
    public Convolution {
        check(filters, size, stride, padding, groups);
    }

    static void check(int filters, int size, int stride, int padding, int groups) {
        Settings.atLeast(1, "filters", filters, "32?");
        Settings.atLeast(1, "kernel size", size, "3?");
        Settings.atLeast(1, "stride", stride, "1?");
        Settings.atLeast(1, "groups", groups, "1?");
        if (padding < 0 || 2 * padding >= Math.max(2, size + 1)) {
            throw new InvalidInputException(
                    "padding", padding, "must be from 0 to less than half of the kernel", ((size - 1) / 2) + "?");
        }
        if (filters % groups != 0) {
            throw new InvalidInputException("filters", filters, "must be a multiple of the groups, " + groups, "");
        }
    }

    /** With stride 1, keeping height and width: the size must be odd. */
    public Convolution(int filters, int size, boolean bias) {
        this(filters, odd(size), 1, size / 2, 1, bias);
    }

    private static int odd(int size) {
        if (size < 1 || size % 2 == 0) {
            throw new InvalidInputException("kernel size", size, "must be odd and above 0", "3?");
        }
        return size;
    }

    @Override
    public String kind() {
        return KIND.name();
    }

    @Override
    public Map<String, Form> settings() {
        return new Settings()
                .with("filters", filters)
                .with("size", size)
                .with("bias", Form.of(bias))
                .unless(1, "stride", stride)
                .unless(size / 2, "padding", padding)
                .unless(1, "groups", groups)
                .done();
    }

    @Override
    public Shape after(Shape in) {
        var image = Shape.image(this, in);
        if (image.channels() % groups != 0) {
            throw new DoesNotFit(this, in, "needs a multiple of its groups, " + groups + ", as channels", "");
        }
        int height = (image.height() + 2 * padding - size) / stride + 1;
        int width = (image.width() + 2 * padding - size) / stride + 1;
        if (image.height() + 2 * padding < size || image.width() + 2 * padding < size) {
            throw new DoesNotFit(
                    this, in, "needs an image of at least its kernel, " + size, "fewer strides before it?");
        }
        return new Shape.Image(height, width, filters);
    }

    @Override
    public List<Weight> weights(Shape in) {
        int channels = in.channels() / groups;
        var kernel = Weight.kernel(
                "kernel", channels * size * size, filters / groups * size * size, filters, channels, size, size);
        return bias ? List.of(kernel, Weight.bias("bias", filters)) : List.of(kernel);
    }

    @Override
    public long workspace(int bytesPerNumber) {
        return WORKSPACE;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var in = pass.cast(x.values());
        var kernel = pass.cast(weights.get("kernel"));
        return x.withFree(
                bias
                        ? Operations.convolution(in, kernel, pass.cast(weights.get("bias")), stride, padding, groups)
                        : Operations.convolution(in, kernel, stride, padding, groups));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var operation = new Convolve(2, stride, padding, groups);
        return x.with(
                bias
                        ? place.apply(operation, x.values(), place.weight("kernel"), place.weight("bias"))
                        : place.apply(operation, x.values(), place.weight("kernel")));
    }
}
