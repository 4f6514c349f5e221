package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Chain;
import dev.sweetspot.deep.network.layer.Flow;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Place;
import dev.sweetspot.deep.network.layer.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a network with its weights into a graph. */
final class NetworkGraph {
    private final Graph graph;
    private final Map<String, Constant> constants = new HashMap<>();

    private NetworkGraph(Graph graph, Network network, Module.State state) {
        this.graph = graph;
        for (var placed : Weights.of(network)) {
            var shape = placed.weight().shape();
            constants.put(
                    placed.path(), new Constant(shape, rowMajor(state.weights(), (int) placed.start(), shape), true));
        }
        for (var placed : Weights.statistics(network)) {
            int size = placed.statistic().size();
            var values = new float[size];
            System.arraycopy(state.statistics(), (int) placed.start(), values, 0, size);
            constants.put(placed.path(), new Constant(List.of(size), values, false));
        }
    }

    /** Adds all layers behind what flows in. */
    static Flow write(Graph graph, Network network, Module.State state, Flow in) {
        var writer = new NetworkGraph(graph, network, state);
        return Chain.write(network.layers(), writer.places("", network.layers(), network.shapes()), in);
    }

    private List<Place> places(String prefix, List<Layer> layers, List<Shape> shapes) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < layers.size(); i++) {
            places.add(place(prefix + i, layers.get(i), shapes.get(i)));
        }
        return places;
    }

    private Place place(String path, Layer layer, Shape in) {
        var own = new HashMap<String, Value>();
        layer.weights(in).forEach(weight -> own.put(weight.name(), value(path, layer, weight.name())));
        layer.statistics(in).forEach(statistic -> own.put(statistic.name(), value(path, layer, statistic.name())));
        var parts = new HashMap<String, List<Place>>();
        layer.parts()
                .forEach((name, layers) ->
                        parts.put(name, places(path + "." + name + ".", layers, Chain.shapes(in, layers, name))));
        return new Place(graph, path, in, own, parts);
    }

    private Value value(String path, Layer layer, String name) {
        var constant = Objects.requireNonNull(constants.get(path + "." + name), path);
        return graph.constant(layer.kind() + "_" + path.replace('.', '_') + "_" + name, constant);
    }

    /** What has more than two dimensions lies with the second one last. */
    private static float[] rowMajor(float[] flat, int start, List<Integer> shape) {
        int size = shape.stream().reduce(1, (a, b) -> a * b);
        var values = new float[size];
        if (shape.size() <= 2) {
            System.arraycopy(flat, start, values, 0, size);
            return values;
        }
        int first = shape.get(0);
        int second = shape.get(1);
        int rest = size / Math.max(1, first * second);
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                for (int k = 0; k < rest; k++) {
                    values[(i * second + j) * rest + k] = flat[start + (i * rest + k) * second + j];
                }
            }
        }
        return values;
    }
}
