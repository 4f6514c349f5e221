package dev.sweetspot.deep.network;

import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A network that computes: its weights in one flat tensor, its running statistics in another. Belongs to one thread at a
 * time; whoever makes it closes it.
 */
public final class Module implements AutoCloseable {
    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    private final Network network;
    private final ElementType precision;
    private final Tensor weights;
    private final Tensor gradients;
    private final Tensor statistics;
    private final Map<String, Tensor> views = new HashMap<>();
    private final List<Tensor> kept = new ArrayList<>();

    /**
     * @param initial all weights, as {@link Weights#of} places them
     * @param precision of the multiplications; weights and normalisations stay in 32 bits
     */
    public Module(Network network, float[] initial, ElementType precision) {
        this.network = network;
        this.precision = precision;
        this.weights = keep(Tensor.of(initial, initial.length));
        this.gradients = keep(Tensor.zeros(ElementType.FLOAT32, initial.length));
        for (var weight : Weights.of(network)) {
            var shape = weight.shape().stream().mapToLong(Integer::longValue).toArray();
            var strides = strides(shape);
            var view = keep(weights.view(weight.start(), shape, strides));
            views.put(weight.name(), view.withGradient(keep(gradients.view(weight.start(), shape, strides))));
        }
        this.statistics = keep(Tensor.zeros(ElementType.FLOAT32, Math.max(1, 2 * channelsOfNorms())));
        placeStatistics();
    }

    private Tensor keep(Tensor tensor) {
        kept.add(tensor.keep());
        return tensor;
    }

    /** Kernels of convolutions lie with their channels last, the order that the fast kernels want. */
    private static long[] strides(long[] shape) {
        var strides = new long[shape.length];
        if (shape.length == 4) {
            long channels = shape[1];
            return new long[] {shape[2] * shape[3] * channels, 1, shape[3] * channels, channels};
        }
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape[i];
        }
        return strides;
    }

    private int channelsOfNorms() {
        return Weights.of(network).stream()
                .filter(weight -> weight.role() == Weights.Role.SCALE)
                .mapToInt(weight -> (int) weight.size())
                .sum();
    }

    private void placeStatistics() {
        long start = 0;
        for (var weight : Weights.of(network)) {
            if (weight.role() == Weights.Role.SCALE) {
                views.put(weight.layer() + ".mean", keep(statistics.slice(start, weight.size())));
                var variance = keep(statistics.slice(start + weight.size(), weight.size()));
                variance.setAll(1);
                views.put(weight.layer() + ".variance", variance);
                start += 2 * weight.size();
            }
        }
    }

    /** The network. */
    public Network network() {
        return network;
    }

    /** All weights, flat. */
    public Tensor weights() {
        return weights;
    }

    /** All gradients, flat, at the same places. */
    public Tensor gradients() {
        return gradients;
    }

    /** The running means and variances of the normalisations, flat. */
    public Tensor statistics() {
        return statistics;
    }

    /**
     * Logits, N x classes.
     *
     * @param input N x channels x height x width, in the module's precision
     * @param training whether normalisations use the batch and dropout drops
     * @param draws for dropout
     */
    public Tensor forward(Tensor input, boolean training, Draws draws) {
        var x = input;
        var layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (rises(layers.get(i)) && i + 1 < layers.size() && layers.get(i + 1) instanceof Layer.MaxPool) {
                // The largest of rising values is the value of the largest: the same bits for a quarter of the work.
                x = apply(i + 1, layers.get(i + 1), x, training, draws);
                x = apply(i, layers.get(i), x, training, draws);
                i++;
            } else {
                x = apply(i, layers.get(i), x, training, draws);
            }
        }
        return x;
    }

    private static boolean rises(Layer layer) {
        return layer instanceof Layer.Activation activation && activation.function() == ActivationFunction.RELU;
    }

    private Tensor apply(int index, Layer layer, Tensor x, boolean training, Draws draws) {
        if (layer instanceof Layer.Convolution convolution) {
            int padding = convolution.size() / 2;
            return convolution.bias()
                    ? Operations.convolution(x, cast(index, "kernel"), cast(index, "bias"), 1, padding)
                    : Operations.convolution(x, cast(index, "kernel"), 1, padding);
        }
        if (layer instanceof Layer.Dense) {
            return Operations.dense(x, cast(index, "kernel"), cast(index, "bias"));
        }
        if (layer instanceof Layer.BatchNorm) {
            return Operations.batchNorm(
                    x,
                    view(index, "scale"),
                    view(index, "shift"),
                    view(index, "mean"),
                    view(index, "variance"),
                    training,
                    MOMENTUM,
                    EPSILON);
        }
        if (layer instanceof Layer.Activation activation) {
            return activate(activation.function(), x);
        }
        if (layer instanceof Layer.MaxPool pool) {
            return Operations.maxPool(x, pool.size());
        }
        if (layer instanceof Layer.GlobalAverage) {
            return Operations.globalAverage(x);
        }
        if (layer instanceof Layer.Flatten) {
            return Operations.flatten(x);
        }
        double rate = ((Layer.Dropout) layer).rate();
        return training && rate > 0 ? Operations.dropout(x, rate, draws) : x;
    }

    private static Tensor activate(ActivationFunction function, Tensor x) {
        return switch (function) {
            case RELU -> Operations.relu(x);
            case LEAKY_RELU -> Operations.leakyRelu(x, 0.01);
            case ELU -> Operations.elu(x);
            case GELU -> Operations.gelu(x);
            case SILU -> Operations.silu(x);
            case TANH -> Operations.tanh(x);
        };
    }

    private Tensor view(int layer, String name) {
        return Objects.requireNonNull(views.get(layer + "." + name), name);
    }

    private Tensor cast(int layer, String name) {
        return view(layer, name).as(precision);
    }

    /** A copy of all weights and statistics, for going back to. */
    public State state() {
        return new State(weights.floats(), statistics.floats());
    }

    /** Sets all weights and statistics. */
    public void set(State state) {
        weights.setAll(state.weights());
        statistics.setAll(state.statistics());
    }

    /** All that a network knows. */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; compared by sameAs alone
    public record State(float[] weights, float[] statistics) {
        /** Whether every bit agrees. */
        public boolean sameAs(State other) {
            return Arrays.equals(weights, other.weights) && Arrays.equals(statistics, other.statistics);
        }
    }

    @Override
    public void close() {
        kept.forEach(Tensor::close);
    }
}
