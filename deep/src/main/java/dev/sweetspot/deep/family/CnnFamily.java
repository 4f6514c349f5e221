package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Convolutional networks: blocks of convolutions, each followed by halving the image and doubling the filters. */
public final class CnnFamily implements ModelFamily {
    private static final IntegerParameter BLOCKS = Parameter.integer("blocks", 1, 5)
            .withDefault(3)
            .with(Hyperparameters.help("How many times the image is halved on its way through the network: more blocks "
                            + "see larger patterns.")
                    .withUsualChange(new UsualChange.Difference(1)));
    private static final IntegerParameter CONVOLUTIONS = Parameter.integer("convolutions", 1, 2)
            .withDefault(1)
            .with(Hyperparameters.help("How many layers each block has: two see finer patterns and take about two "
                            + "and a half times as long; a third adds little.")
                    .withUsualChange(new UsualChange.Difference(1)));
    private static final OrdinalParameter<Integer> FILTERS = Parameter.ordinal("filters", 8, 16, 32, 64)
            .withDefault(32)
            .with(new About(
                    "filters",
                    "How many patterns the first block looks for; each further block looks for twice as many.",
                    Optional.of(new UsualChange.Factor(2))));

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
        int side = Math.min(data.image().height(), data.image().width());
        int most = Math.max(1, Math.min(5, (int) Math.floor(Math.log(side) / Math.log(2)) - 1));
        var blocks = new IntegerParameter(BLOCKS.name(), 1, most, BLOCKS.scale(), 1, Math.min(3, most), BLOCKS.about());
        return List.of(blocks, CONVOLUTIONS, FILTERS);
    }

    @Override
    public String inWords(Configuration configuration) {
        int blocks = configuration.get(BLOCKS);
        return "a convolutional network of " + blocks + (blocks == 1 ? " block" : " blocks")
                + (configuration.get(CONVOLUTIONS) == 1
                        ? ""
                        : " with " + configuration.get(CONVOLUTIONS) + " layers each")
                + ", " + configuration.get(FILTERS) + " filters"
                + (blocks == 1 ? "" : " in the first and twice as many in each further one");
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        boolean norm = configuration.get(NetworkParameters.NORMALIZATION).equals("batch");
        var activation = new Activation(NetworkParameters.activation(configuration));
        var layers = new ArrayList<Layer>();
        int filters = configuration.get(FILTERS);
        int side = Math.min(data.image().height(), data.image().width());
        for (int block = 0; block < configuration.get(BLOCKS); block++) {
            for (int i = 0; i < configuration.get(CONVOLUTIONS); i++) {
                layers.add(new Convolution(filters, 3, !norm));
                if (norm) {
                    layers.add(new BatchNorm());
                }
                layers.add(activation);
            }
            if (side >= 2) {
                layers.add(new MaxPool(2));
                side /= 2;
            }
            filters *= 2;
        }
        layers.add(new Flatten());
        layers.add(new Dropout(configuration.get(NetworkParameters.DROPOUT)));
        layers.add(new Dense(data.outputs()));
        return new Network(data.input(), layers);
    }
}
