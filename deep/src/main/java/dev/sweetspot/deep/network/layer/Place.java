package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Operation;
import dev.sweetspot.deep.graph.Permute;
import dev.sweetspot.deep.graph.Timed;
import dev.sweetspot.deep.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a layer writes itself down: its weights and those of the layers inside it, and the graph that grows. */
public final class Place {
    private final Graph graph;
    private final String path;
    private final Shape in;
    private final Map<String, Value> weights;
    private final Map<String, List<Place>> parts;

    /**
     * @param path "3", or inside a layer "3.body.1"
     * @param in the shape of what goes in
     * @param weights by the names of {@link Weight} and {@link Statistic}
     * @param parts by the names of {@link Layer#parts}
     */
    public Place(Graph graph, String path, Shape in, Map<String, Value> weights, Map<String, List<Place>> parts) {
        this.graph = graph;
        this.path = path;
        this.in = in;
        this.weights = Map.copyOf(weights);
        this.parts = Map.copyOf(parts);
    }

    /** The shape of what goes in. */
    public Shape in() {
        return in;
    }

    /** One of its own weights or statistics. */
    public Value weight(String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    /** The places of the layers of a part, in their order. */
    public List<Place> part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** Adds an operation. */
    public Value apply(Operation operation, Value value, Value... others) {
        var all = new ArrayList<>(List.of(value));
        all.addAll(List.of(others));
        return graph.apply(path, operation, all);
    }

    /** How many dimensions what goes in has, the batch included. */
    int dimensions() {
        return in instanceof Shape.Image ? 4 : in instanceof Shape.Sequence ? 3 : 2;
    }

    /** N x T x C as N x C x T, or back. */
    Value turned(Value sequence) {
        return apply(new Permute(List.of(0, 2, 1)), sequence);
    }

    /** 0 behind the ends of sequences that have different lengths. */
    Value cut(Flow x) {
        return x.lengths().map(lengths -> apply(Timed.CUT, x.values(), lengths)).orElse(x.values());
    }
}
