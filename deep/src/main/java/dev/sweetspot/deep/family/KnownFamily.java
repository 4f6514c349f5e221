package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Noise;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.transfer.Blueprint;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A network as its authors published it, layer by layer, so that weights of others fit; made for images of about 224 pixels. */
abstract class KnownFamily implements ModelFamily {
    /** The network for so many classes. */
    abstract Blueprint blueprint(int classes, double dropout);

    /** The shortest side of an image that it leaves something of. */
    abstract int leastSide();

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Image image && Math.min(image.height(), image.width()) >= leastSide();
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of();
    }

    /** Its activations and norms are part of it. */
    @Override
    public List<Parameter<?>> inside() {
        return List.of(NetworkParameters.DROPOUT, NetworkParameters.NOISE, NetworkParameters.INITIALIZER);
    }

    @Override
    public List<String> usualKeys() {
        return blueprint(2, 0).keys();
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var layers = new ArrayList<Layer>();
        double noise = configuration.get(NetworkParameters.NOISE);
        if (noise > 0) {
            layers.add(new Noise(noise));
        }
        layers.addAll(blueprint(data.outputs(), configuration.get(NetworkParameters.DROPOUT))
                .layers());
        return new Network(data.input(), layers, Style.initializer(configuration));
    }
}
