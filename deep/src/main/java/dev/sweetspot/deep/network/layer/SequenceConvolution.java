package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Convolve;
import dev.sweetspot.deep.graph.Lengthen;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * Convolution over time: patterns of neighbouring times.
 *
 * @param filters output channels, at least 1
 * @param size times that the kernel sees, at least 1
 * @param stride by how many times the kernel moves on, at least 1
 * @param padding zeros before and behind the sequence, less than half the kernel
 * @param groups into how many groups the channels are divided
 * @param bias whether a number is added to each channel
 */
public record SequenceConvolution(int filters, int size, int stride, int padding, int groups, boolean bias)
        implements Layer {
    static final Kind KIND = new Kind("sequence_convolution", fields -> {
        int size = fields.integer("size");
        return new SequenceConvolution(
                fields.integer("filters"),
                size,
                fields.findWhole("stride").orElse(1L).intValue(),
                fields.findWhole("padding").orElse(size / 2L).intValue(),
                fields.findWhole("groups").orElse(1L).intValue(),
                fields.findTruth("bias").orElse(true));
    });

    /** Checks the ranges. */
    public SequenceConvolution {
        Convolution.check(filters, size, stride, padding, groups);
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
        var sequence = Shape.sequence(this, in);
        if (sequence.channels() % groups != 0) {
            throw new DoesNotFit(this, in, "needs a multiple of its groups, " + groups + ", as channels", "");
        }
        if (sequence.length() + 2 * padding < size) {
            throw new DoesNotFit(
                    this, in, "needs a sequence of at least its kernel, " + size, "fewer strides before it?");
        }
        return new Shape.Sequence((int) lengthAfter(sequence.length()), filters);
    }

    @Override
    public List<Weight> weights(Shape in) {
        int channels = in.channels() / groups;
        var kernel = Weight.kernel("kernel", channels * size, filters / groups * size, filters, channels, size);
        return bias ? List.of(kernel, Weight.bias("bias", filters)) : List.of(kernel);
    }

    @Override
    public long workspace(int bytesPerNumber) {
        return Convolution.WORKSPACE;
    }

    @Override
    public Signal forward(Signal x, LayerWeights weights, Pass pass) {
        // What stands behind the end of a sequence must be as if nothing stood there: zeros, as the padding is.
        var in = pass.cast(x.values());
        var values =
                x.lengths().map(lengths -> Sequences.cut(in, lengths.values())).orElse(in);
        var kernel = pass.cast(weights.get("kernel"));
        var out = bias
                ? Sequences.convolution(values, kernel, pass.cast(weights.get("bias")), stride, padding, groups)
                : Sequences.convolution(values, kernel, stride, padding, groups);
        return x.withFree(out).with(x.lengths().map(lengths -> lengths.after(this::lengthAfter)));
    }

    private long lengthAfter(long length) {
        return (length + 2L * padding - size) / stride + 1;
    }

    @Override
    public Flow write(Flow x, Place place) {
        var operation = new Convolve(1, stride, padding, groups);
        var values = place.turned(place.cut(x));
        var out = bias
                ? place.apply(operation, values, place.weight("kernel"), place.weight("bias"))
                : place.apply(operation, values, place.weight("kernel"));
        return x.with(place.turned(out))
                .with(x.lengths().map(lengths -> place.apply(new Lengthen(2 * padding - size, stride, 1), lengths)));
    }
}
