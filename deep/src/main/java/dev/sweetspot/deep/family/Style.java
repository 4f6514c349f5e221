package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.initializer.Initializer;
import dev.sweetspot.deep.network.initializer.Initializers;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.ChannelScale;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.GroupNorm;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.LayerNorm;
import dev.sweetspot.deep.network.layer.Noise;
import dev.sweetspot.space.Configuration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a configuration says of the inside of a network, whatever its family: as the layers that it makes.
 *
 * @param normalization "batch", "layer", "group" or "none"
 */
record Style(Activation activation, String normalization, double dropout, double noise, Initializer initializer) {
    private static final int GROUPS = 8;

    /** With no norm to do it, what a block adds is kept small (De and Smith 2020 begin at 0, which begins more slowly). */
    private static final double ADDED_WITHOUT_NORM = 0.1;

    static Style of(Configuration configuration) {
        return new Style(
                new Activation(NetworkParameters.activation(configuration)),
                configuration.find(NetworkParameters.NORMALIZATION).orElse("none"),
                configuration.get(NetworkParameters.DROPOUT),
                configuration.get(NetworkParameters.NOISE),
                initializer(configuration));
    }

    static Initializer initializer(Configuration configuration) {
        return Initializers.named(configuration.get(NetworkParameters.INITIALIZER));
    }

    boolean normalizes() {
        return !normalization.equals("none");
    }

    /** The norm of so many channels, or nothing. */
    List<Layer> norm(int channels) {
        return switch (normalization) {
            case "batch" -> List.of(new BatchNorm());
            case "layer" -> List.of(new LayerNorm());
            case "group" -> List.of(new GroupNorm(groups(channels)));
            default -> List.of();
        };
    }

    /** Eight, or as many of them as divide the channels. */
    static int groups(int channels) {
        return BigInteger.valueOf(channels).gcd(BigInteger.valueOf(GROUPS)).intValueExact();
    }

    /** A convolution and its norm. */
    List<Layer> convolution(int filters, int size, int stride, int groups) {
        var layers = new ArrayList<Layer>();
        layers.add(new Convolution(filters, size, stride, (size - 1) / 2, groups, !normalizes()));
        layers.addAll(norm(filters));
        return layers;
    }

    /** A convolution, its norm and the activation. */
    List<Layer> active(int filters, int size, int stride, int groups) {
        var layers = new ArrayList<>(convolution(filters, size, stride, groups));
        layers.add(activation);
        return layers;
    }

    /** What ends the body of a residual block without a norm. */
    List<Layer> tamed() {
        return normalizes() ? List.of() : List.of(new ChannelScale(ADDED_WITHOUT_NORM));
    }

    /** A dense layer, its norm, the activation and dropout. */
    List<Layer> hidden(int units) {
        var layers = new ArrayList<Layer>();
        layers.add(new Dense(units));
        layers.addAll(norm(units));
        layers.add(activation);
        layers.add(new Dropout(dropout));
        return layers;
    }

    /** The network of these layers, with noise before them. */
    Network network(ModelFamily.DataSize data, List<Layer> layers) {
        var all = new ArrayList<Layer>();
        if (noise > 0) {
            all.add(new Noise(noise));
        }
        all.addAll(layers);
        return new Network(data.input(), all, initializer);
    }
}
