package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Networks like those of Simonyan and Zisserman 2015: stages of two or more convolutions of 3 x 3 behind each other, and a
 * hidden layer at the end. Stages, filters and units follow the images, which are smaller than theirs. */
public final class VggFamily implements ModelFamily {
    private static final int MOST_FILTERS = 512;

    @Override
    public String name() {
        return "vgg";
    }

    @Override
    public String help() {
        return "A network like VGG: many small convolutions behind each other. Good and simple, with more numbers to learn than "
                + "resnet.";
    }

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Image;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(
                ImageParameters.blocks(data),
                ImageParameters.depth(data),
                ImageParameters.FILTERS,
                MlpFamily.units(data));
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a network like VGG of " + ImageParameters.many(configuration.get(ImageParameters.BLOCKS), "stage")
                + ", "
                + configuration.get(ImageParameters.FILTERS) + " filters in the first, "
                + (configuration.get(ImageParameters.DEPTH) + 1) + " layers each, and "
                + configuration.get(MlpFamily.UNITS)
                + " units";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        var layers = new ArrayList<Layer>();
        int side = Math.min(data.image().height(), data.image().width());
        int filters = configuration.get(ImageParameters.FILTERS);
        for (int stage = 0; stage < configuration.get(ImageParameters.BLOCKS); stage++) {
            int count = configuration.get(ImageParameters.DEPTH) + 1;
            for (int i = 0; i < count; i++) {
                layers.addAll(style.active(Math.min(MOST_FILTERS, filters), 3, 1, 1));
            }
            if (side >= 2) {
                layers.add(new MaxPool(2));
                side /= 2;
            }
            filters *= 2;
        }
        layers.add(new Flatten());
        layers.addAll(style.hidden(configuration.get(MlpFamily.UNITS)));
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }
}
