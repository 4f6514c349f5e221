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
                signal = layers.get(i + 1).forward(signal, weights.get(i + 1), pass);
                signal = layers.get(i).forward(signal, weights.get(i), pass);
                i++;
            } else {
                signal = layers.get(i).forward(signal, weights.get(i), pass);
            }
        }
        return signal;
    }
}
