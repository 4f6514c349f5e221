package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;

/** Convolutional networks: blocks of convolutions, each followed by halving the image and doubling the filters. */
public final class CnnFamily implements ModelFamily {
    private static final IntegerParameter CONVOLUTIONS = Parameter.integer("convolutions", 1, 2)
            .withDefault(1)
            .with(About.help("How many layers each block has: two see finer patterns and take about two "
                            + "and a half times as long; a third adds little.")
                    .withUsualChange(new UsualChange.Difference(1)));

    @Override
    public String name() {
        return "cnn";
    }

    @Override
    public String help() {
        return "A convolutional network: looks for small patterns, then for patterns of patterns. The usual choice for "
                + "images.";
    }

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Image;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(ImageParameters.blocks(data), CONVOLUTIONS, ImageParameters.FILTERS);
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    public String inWords(Configuration configuration) {
        int blocks = configuration.get(ImageParameters.BLOCKS);
        return "a convolutional network of " + blocks + (blocks == 1 ? " block" : " blocks")
                + (configuration.get(CONVOLUTIONS) == 1
                        ? ""
                        : " with " + configuration.get(CONVOLUTIONS) + " layers each")
                + ", " + configuration.get(ImageParameters.FILTERS) + " filters"
                + (blocks == 1 ? "" : " in the first and twice as many in each further one");
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        var layers = new ArrayList<Layer>();
        int filters = configuration.get(ImageParameters.FILTERS);
        int side = Math.min(data.image().height(), data.image().width());
        for (int block = 0; block < configuration.get(ImageParameters.BLOCKS); block++) {
            for (int i = 0; i < configuration.get(CONVOLUTIONS); i++) {
                layers.addAll(style.active(filters, 3, 1, 1));
            }
            if (side >= 2) {
                layers.add(new MaxPool(2));
                side /= 2;
            }
            filters *= 2;
        }
        layers.add(new Flatten());
        layers.add(new Dropout(style.dropout()));
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }
}
