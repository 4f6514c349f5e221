package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.SequenceConvolution;
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

/**
 * Convolutions over time, and their mean at the end (as the fully convolutional network of Wang et al. 2017, whose three
 * layers of kernels 8, 5 and 3 are strong on short series; between stages time is halved here).
 */
public final class SequenceCnnFamily implements ModelFamily {
    private static final IntegerParameter BLOCKS = Parameter.integer("blocks", 1, 6)
            .withDefault(3)
            .with(About.help("How many stages the network has; time is halved from one to the next: more stages see "
                            + "longer patterns.")
                    .withUsualChange(new UsualChange.Difference(1)));
    private static final OrdinalParameter<Integer> FILTERS = Parameter.ordinal("filters", 8, 16, 32, 64, 128, 256, 512)
            .withDefault(64)
            .with(new About(
                    "filters", "How many patterns each stage looks for.", Optional.of(new UsualChange.Factor(2))));
    private static final OrdinalParameter<Integer> KERNEL = Parameter.ordinal("kernel", 3, 5, 7, 9, 15)
            .withDefault(5)
            .with(new About(
                    "times",
                    "How many neighbouring times each pattern has.",
                    Optional.of(new UsualChange.Difference(2))));

    @Override
    public String name() {
        return "cnn1d";
    }

    @Override
    public String help() {
        return "A convolutional network over time: looks for patterns wherever they are in a sequence. Quick, and often as good "
                + "as a recurrent network.";
    }

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Sequence;
    }

    @Override
    public boolean usual() {
        return true;
    }

    /** As many stages as leave something of the longest sequence. */
    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        int length = ((Shape.Sequence) data.input()).length();
        int most = Math.max(1, Math.min(BLOCKS.high(), (int) Math.floor(Math.log(length) / Math.log(2))));
        var blocks = new IntegerParameter(
                BLOCKS.name(), 1, most, BLOCKS.scale(), 1, Math.min(BLOCKS.defaultValue(), most), BLOCKS.about());
        return List.of(blocks, ImageParameters.depth(data), FILTERS, KERNEL);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a convolutional network over time of " + ImageParameters.many(configuration.get(BLOCKS), "stage")
                + " with " + ImageParameters.many(configuration.get(ImageParameters.DEPTH), "layer") + " each, "
                + configuration.get(FILTERS) + " filters over " + configuration.get(KERNEL) + " times";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        int filters = configuration.get(FILTERS);
        int kernel = configuration.get(KERNEL);
        int length = ((Shape.Sequence) data.input()).length();
        var layers = new ArrayList<Layer>();
        for (int stage = 0; stage < configuration.get(BLOCKS); stage++) {
            if (stage > 0 && length >= 2) {
                layers.add(new MaxPool(2));
                length /= 2;
            }
            for (int i = 0; i < configuration.get(ImageParameters.DEPTH); i++) {
                layers.add(new SequenceConvolution(filters, kernel, 1, kernel / 2, 1, !style.normalizes()));
                layers.addAll(style.norm(filters));
                layers.add(style.activation());
            }
        }
        layers.add(new GlobalAverage());
        layers.add(new Dropout(style.dropout()));
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }
}
