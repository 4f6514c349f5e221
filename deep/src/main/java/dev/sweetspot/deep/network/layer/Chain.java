package dev.sweetspot.deep.network.layer;

import java.util.ArrayList;
import java.util.List;

/** Layers one behind the other: a network, or a part of a layer. */
public final class Chain {
    private Chain() {}

    /**
     * The shape before the first layer, and after each.
     *
     * @param name of the whole, for errors: "layer", "body"
     * @throws DoesNotFit naming the first layer that cannot take what the one before it gives
     */
    public static List<Shape> shapes(Shape in, List<Layer> layers, String name) {
        var shapes = new ArrayList<Shape>(List.of(in));
        for (int i = 0; i < layers.size(); i++) {
            try {
                shapes.add(layers.get(i).after(shapes.get(i)));
            } catch (DoesNotFit e) {
                throw e.inside(name + " " + (i + 1));
            }
        }
        return shapes;
    }

    /** The shape behind the last layer. */
    static Shape after(Shape in, List<Layer> layers, String name) {
        return shapes(in, layers, name).get(layers.size());
    }

    /**
     * Writes layer by layer down.
     *
     * @param places one a layer
     */
    public static Flow write(List<Layer> layers, List<Place> places, Flow x) {
        var flow = x;
        for (int i = 0; i < layers.size(); i++) {
            flow = layers.get(i).write(flow, places.get(i));
        }
        return flow;
    }

    /**
     * Computes layer by layer.
     *
     * @param weights one a layer
     */
    public static Signal forward(List<Layer> layers, List<LayerWeights> weights, Signal x, Pass pass) {
        var signal = x;
        for (int i = 0; i < layers.size(); i++) {
            if (i + 1 < layers.size() && layers.get(i).commutesWith(layers.get(i + 1))) {
                signal = step(layers.get(i + 1), weights.get(i + 1), signal, x, pass);
                signal = step(layers.get(i), weights.get(i), signal, x, pass);
                i++;
            } else {
                signal = step(layers.get(i), weights.get(i), signal, x, pass);
            }
        }
        return signal;
    }

    /**
     * One layer; what went into it is let go, so that only what the way back needs stays in memory until then. The first
     * input of all belongs to others.
     */
    private static Signal step(Layer layer, LayerWeights weights, Signal in, Signal first, Pass pass) {
        var out = layer.forward(in, weights, pass);
        if (in.values() != first.values() && out.values() != in.values()) {
            in.values().close();
        }
        return out;
    }
}
