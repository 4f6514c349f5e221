package dev.sweetspot.deep.transfer;

import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * A known network: its layers, and the names under which the usual Python library (torchvision) keeps their weights.
 *
 * @param layers the last is the one that gives the classes
 * @param keys of each convolution, norm and dense layer in their order, those inside of others after what stands before them
 */
public record Blueprint(List<Layer> layers, List<String> keys) {
    /** Keeps copies. */
    public Blueprint {
        layers = List.copyOf(layers);
        keys = List.copyOf(keys);
    }

    /** Layers one behind the other with their names. */
    static final class Builder {
        private final ActivationFunction function;
        private final List<Layer> layers = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();

        Builder(ActivationFunction function) {
            this.function = function;
        }

        /** A convolution without a bias, and its norm. */
        Builder convolution(int filters, int size, int stride, int groups, String key, String norm) {
            layers.add(new Convolution(filters, size, stride, (size - 1) / 2, groups, false));
            layers.add(new BatchNorm());
            keys.add(key);
            keys.add(norm);
            return this;
        }

        Builder activation() {
            layers.add(new Activation(function));
            return this;
        }

        Builder add(Layer layer) {
            layers.add(layer);
            return this;
        }

        Builder add(Layer layer, String key) {
            keys.add(key);
            return add(layer);
        }

        /** A layer that holds the layers of others. */
        Builder add(Layer layer, Builder... inside) {
            for (var part : inside) {
                keys.addAll(part.keys);
            }
            return add(layer);
        }

        List<Layer> layers() {
            return List.copyOf(layers);
        }

        Builder append(Builder other) {
            layers.addAll(other.layers);
            keys.addAll(other.keys);
            return this;
        }

        Blueprint done() {
            return new Blueprint(layers, keys);
        }
    }
}
