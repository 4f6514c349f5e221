package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.TransposedConvolve;
import dev.sweetspot.deep.tensor.Resampling;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Map;

/**
 * What the way back of a convolution does, as a layer: makes images larger. A side of s becomes {@code (s - 1) stride - 2
 * padding + size} (Dumoulin and Visin 2016, relationship 13).
 *
 * @param filters output channels, at least 1
 * @param size height and width of the kernel, at least 1
 * @param stride by how much the image grows, at least 1
 * @param padding by how much each edge is cut, less than the kernel
 * @param bias whether a number is added to each channel
 */
public record TransposedConvolution(int filters, int size, int stride, int padding, boolean bias) implements Layer {
    static final Kind KIND = new Kind(
            "transposed_convolution",
            fields -> new TransposedConvolution(
                    fields.integer("filters"),
                    fields.integer("size"),
                    fields.integer("stride"),
                    fields.integer("padding"),
                    fields.findTruth("bias").orElse(true)));

    /** Checks the ranges. */
    public TransposedConvolution {
        Settings.atLeast(1, "filters", filters, "32?");
        Settings.atLeast(1, "kernel size", size, "4?");
        Settings.atLeast(1, "stride", stride, "2?");
        if (padding < 0 || padding >= size) {
            throw new InvalidInputException("padding", padding, "must be from 0 to less than the kernel", "1?");
        }
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
                .with("stride", stride)
                .with("padding", padding)
                .with("bias", Form.of(bias))
                .done();
    }

    @Override
    public Shape after(Shape in) {
        var image = Shape.image(this, in);
        int height = (image.height() - 1) * stride - 2 * padding + size;
        int width = (image.width() - 1) * stride - 2 * padding + size;
        if (height < 1 || width < 1) {
            throw new DoesNotFit(this, in, "leaves nothing of it", "less padding?");
        }
        return new Shape.Image(height, width, filters);
    }

    @Override
    public List<Weight> weights(Shape in) {
        int channels = in.channels();
        var kernel =
                Weight.kernel("kernel", channels * size * size, filters * size * size, channels, filters, size, size);
        return bias ? List.of(kernel, Weight.bias("bias", filters)) : List.of(kernel);
    }

    /** At each place of what goes in. */
    @Override
    public long products(Shape in) {
        return Weight.inKernels(weights(in)) * in.places();
    }

    @Override
    public long workspace(int bytesPerNumber) {
        return Convolution.WORKSPACE;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        var in = pass.cast(x.values());
        var kernel = pass.cast(weights.get("kernel"));
        return x.withFree(
                bias
                        ? Resampling.transposedConvolution(in, kernel, pass.cast(weights.get("bias")), stride, padding)
                        : Resampling.transposedConvolution(in, kernel, stride, padding));
    }

    @Override
    public Flow write(Flow x, Place place) {
        var operation = new TransposedConvolve(stride, padding);
        return x.with(
                bias
                        ? place.apply(operation, x.values(), place.weight("kernel"), place.weight("bias"))
                        : place.apply(operation, x.values(), place.weight("kernel")));
    }
}
