package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Repeat;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Autoencoders of recurrent layers (Srivastava, Mansimov and Salakhutdinov 2015): layers read a series to its own end, a dense
 * layer keeps a few numbers of what they end with, and as many layers, which get these numbers at each time, write the series
 * again from its beginning. What is written behind the end of a series counts nothing.
 */
abstract class RecurrentAutoencoderFamily implements ModelFamily {
    /** A layer of the kind. */
    abstract Layer layer(int units, boolean bidirectional, boolean sequence);

    /** What its layers are called. */
    abstract String word();

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.RECONSTRUCTION);
    }

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Sequence && input.size() > 1;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(
                BottleneckParameters.layers(data),
                BottleneckParameters.units(data),
                RecurrentFamily.BIDIRECTIONAL,
                BottleneckParameters.latent(data));
    }

    /** Recurrent layers have their own activations. */
    @Override
    public List<Parameter<?>> inside() {
        return NetworkParameters.all().stream()
                .filter(parameter -> !parameter.equals(NetworkParameters.ACTIVATION))
                .toList();
    }

    @Override
    public String inWords(Configuration configuration) {
        return "an autoencoder that keeps " + configuration.values().get("latent") + " numbers of each series, between "
                + ImageParameters.many(configuration.get(RecurrentFamily.LAYERS), word() + " layer") + " of "
                + configuration.get(MlpFamily.UNITS) + " units on each side"
                + (configuration.get(RecurrentFamily.BIDIRECTIONAL) ? " in both directions" : "");
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        int count = configuration.get(RecurrentFamily.LAYERS);
        int units = configuration.get(MlpFamily.UNITS);
        boolean both = configuration.get(RecurrentFamily.BIDIRECTIONAL);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < count; i++) {
            layers.addAll(one(style, units, both, i < count - 1));
        }
        layers.add(new Dense(configuration.get(BottleneckParameters.latent(data))));
        layers.add(new Repeat(((Shape.Sequence) data.input()).length()));
        for (int i = 0; i < count; i++) {
            layers.addAll(one(style, units, both, true));
        }
        layers.add(new Dense(data.input().channels()));
        layers.add(new Flatten());
        return style.network(data, layers);
    }

    private List<Layer> one(Style style, int units, boolean both, boolean sequence) {
        var layers = new ArrayList<Layer>();
        layers.add(layer(units, both, sequence));
        layers.addAll(style.norm(both ? 2 * units : units));
        layers.add(new Dropout(style.dropout()));
        return layers;
    }
}
