package dev.sweetspot.deep.network;

import dev.sweetspot.deep.network.layer.Chain;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.LayerWeights;
import dev.sweetspot.deep.network.layer.Pass;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.Signal;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
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
    private final Network network;
    private final ElementType precision;
    private final Tensor weights;
    private final Tensor gradients;
    private final Tensor statistics;
    private final List<LayerWeights> layers = new ArrayList<>();
    private final List<Tensor> kept = new ArrayList<>();
    private int frozen;

    /**
     * @param initial all weights, as {@link Weights#of} places them
     * @param precision of the multiplications; weights and normalisations stay in 32 bits
     */
    public Module(Network network, float[] initial, ElementType precision) {
        this(network, initial, precision, Device.CPU);
    }

    /**
     * @param initial all weights, as {@link Weights#of} places them
     * @param precision of the multiplications; weights and normalisations stay in 32 bits
     * @param device where it computes
     */
    public Module(Network network, float[] initial, ElementType precision, Device device) {
        this.network = network;
        this.precision = precision;
        this.weights = keep(Tensor.of(initial, initial.length).on(device));
        this.gradients = keep(Tensor.zeros(device, ElementType.FLOAT32, initial.length));
        this.statistics = keep(Tensor.zeros(device, ElementType.FLOAT32, Weights.statisticsCount(network)));
        var views = views();
        var shapes = network.shapes();
        for (int i = 0; i < network.layers().size(); i++) {
            layers.add(tree(Integer.toString(i), network.layers().get(i), shapes.get(i), views));
        }
    }

    private Tensor keep(Tensor tensor) {
        kept.add(tensor.keep());
        return tensor;
    }

    private Map<String, Tensor> views() {
        var views = new HashMap<String, Tensor>();
        for (var placed : Weights.of(network)) {
            var shape = placed.weight().shape().stream()
                    .mapToLong(Integer::longValue)
                    .toArray();
            var strides = strides(shape);
            var view = keep(weights.view(placed.start(), shape, strides));
            views.put(placed.path(), view.withGradient(keep(gradients.view(placed.start(), shape, strides))));
        }
        for (var placed : Weights.statistics(network)) {
            var view = keep(statistics.slice(placed.start(), placed.statistic().size()));
            view.setAll(placed.statistic().first());
            views.put(placed.path(), view);
        }
        return views;
    }

    /** Kernels of convolutions lie with their channels last, the order that the fast kernels want. */
    private static long[] strides(long[] shape) {
        var strides = new long[shape.length];
        boolean channelsLast = shape.length > 2;
        long stride = channelsLast ? shape[1] : 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (channelsLast && i == 1) {
                strides[i] = 1;
            } else {
                strides[i] = stride;
                stride *= shape[i];
            }
        }
        return strides;
    }

    private static LayerWeights tree(String path, Layer layer, Shape in, Map<String, Tensor> views) {
        var own = new HashMap<String, Tensor>();
        layer.weights(in).forEach(weight -> own.put(weight.name(), view(views, path, weight.name())));
        layer.statistics(in).forEach(statistic -> own.put(statistic.name(), view(views, path, statistic.name())));
        var parts = new HashMap<String, List<LayerWeights>>();
        layer.parts().forEach((name, layers) -> {
            var shapes = Chain.shapes(in, layers, name);
            var inside = new ArrayList<LayerWeights>();
            for (int i = 0; i < layers.size(); i++) {
                inside.add(tree(path + "." + name + "." + i, layers.get(i), shapes.get(i), views));
            }
            parts.put(name, List.copyOf(inside));
        });
        return new LayerWeights(own, parts);
    }

    private static Tensor view(Map<String, Tensor> views, String path, String name) {
        return Objects.requireNonNull(views.get(path + "." + name), name);
    }

    /** The network. */
    public Network network() {
        return network;
    }

    /** Where it computes, and where its inputs must lie. */
    public Device device() {
        return weights.device();
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
     * What the network makes of a batch: of a classifier's, logits, N x classes.
     *
     * @param input N x channels x height x width, N x length x channels or N x numbers, in the module's precision
     * @param training whether normalisations use the batch and dropout drops
     * @param draws for dropout
     */
    public Tensor forward(Tensor input, boolean training, Draws draws) {
        return forward(Signal.of(input), training, draws).values();
    }

    /** The same of sequences that are of different lengths. */
    public Signal forward(Signal input, boolean training, Draws draws) {
        var pass = new Pass(training, draws, precision);
        return frozen == 0
                ? Chain.forward(network.layers(), layers, input, pass)
                : Chain.forward(rest(network.layers()), rest(layers), frozenPart(input, draws), pass);
    }

    private <T> List<T> rest(List<T> all) {
        return all.subList(frozen, all.size());
    }

    /** Nothing is learnt there, so nothing is kept for the way back. */
    private Signal frozenPart(Signal input, Draws draws) {
        try (var off = Gradients.off()) {
            assert off != null;
            var pass = new Pass(false, draws, precision);
            // What comes out may be a view of the input: nobody may overwrite it.
            return Chain.forward(network.layers().subList(0, frozen), layers.subList(0, frozen), input, pass)
                    .shared();
        }
    }

    /** Uses so many layers, from the beginning, as they are from now on. */
    public void freeze(int frozenLayers) {
        frozen = frozenLayers;
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
