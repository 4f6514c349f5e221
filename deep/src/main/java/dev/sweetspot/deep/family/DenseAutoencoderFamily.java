package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Autoencoders of dense layers in the shape of an hourglass (Hinton and Salakhutdinov 2006): layers of half as many units
 * from one to the next, though none narrower than the bottleneck, then that, and the same layers backwards. Of series the longest says how many numbers there are;
 * shorter ones have zeros behind their end.
 */
public final class DenseAutoencoderFamily implements ModelFamily {
    @Override
    public String name() {
        return "dense_autoencoder";
    }

    @Override
    public String help() {
        return "A network in the shape of an hourglass that makes rows, images or series again from a few numbers: quick, and "
                + "blind to what lies beside what.";
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.RECONSTRUCTION);
    }

    @Override
    public boolean takes(Shape input) {
        return input.size() > 1;
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(
                BottleneckParameters.layers(data), BottleneckParameters.units(data), BottleneckParameters.latent(data));
    }

    @Override
    public String inWords(Configuration configuration) {
        return "an autoencoder that keeps " + configuration.values().get("latent") + " numbers, behind "
                + ImageParameters.many(configuration.get(BottleneckParameters.LAYERS), "hidden layer") + " of "
                + configuration.get(MlpFamily.UNITS) + " units and fewer on each side";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        int count = configuration.get(BottleneckParameters.LAYERS);
        int units = configuration.get(MlpFamily.UNITS);
        var layers = new ArrayList<Layer>();
        if (!(data.input() instanceof Shape.Row)) {
            layers.add(new Flatten());
        }
        int latent = configuration.get(BottleneckParameters.latent(data));
        for (int i = 0; i < count; i++) {
            layers.addAll(style.hidden(Math.max(latent, units >> i)));
        }
        layers.add(new Dense(latent));
        for (int i = count - 1; i >= 0; i--) {
            layers.addAll(style.hidden(Math.max(latent, units >> i)));
        }
        layers.add(new Dense(data.input().size()));
        return style.network(data, layers);
    }
}
