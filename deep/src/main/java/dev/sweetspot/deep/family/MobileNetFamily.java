package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks of inverted residual blocks (Sandler et al. 2018): each widens what it got, looks at each channel by itself, and
 * narrows it again. Stages follow the images, which are smaller than theirs; the activation is the chosen one, where they have
 * relu6, which is only needed in 8-bit arithmetic. */
public final class MobileNetFamily implements ModelFamily {
    private static final int BASE = 32;
    private static final int HEAD = 4;

    /** From what theirs begins with to a half more than theirs. */
    private static final RealParameter WIDTH = Parameter.real("width", 0.25, 1.5)
            .withStep(0.25)
            .withDefault(0.5)
            .with(new About(
                    "times",
                    "How wide the network is: by what all its channels, 32 in the first stage, are multiplied.",
                    Optional.of(new UsualChange.Difference(0.25))));

    private static final OrdinalParameter<Integer> EXPANSION = Parameter.ordinal("expansion", 1, 2, 4, 6)
            .withDefault(4)
            .with(new About(
                    "times",
                    "How many times each block widens what it got before it looks at neighbours.",
                    Optional.of(new UsualChange.Factor(2))));

    @Override
    public String name() {
        return "mobilenet";
    }

    @Override
    public String help() {
        return "A network like MobileNet-v2: few numbers to learn and few sums, for small devices; on large processors not much "
                + "quicker than resnet.";
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
                WIDTH,
                EXPANSION,
                ImageParameters.STOCHASTIC_DEPTH);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a network like MobileNet of " + ImageParameters.many(configuration.get(ImageParameters.BLOCKS), "stage")
                + " with " + ImageParameters.many(configuration.get(ImageParameters.DEPTH), "block") + " each, "
                + configuration.get(WIDTH) + " times the usual width, widened " + configuration.get(EXPANSION)
                + " times inside";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        int stages = configuration.get(ImageParameters.BLOCKS);
        int depth = configuration.get(ImageParameters.DEPTH);
        int width = filters(BASE, configuration.get(WIDTH));
        var layers = new ArrayList<>(style.active(width, 3, 1, 1));
        int channels = width;
        for (int i = 0; i < stages * depth; i++) {
            boolean halves = i > 0 && i % depth == 0;
            int filters = halves ? 2 * channels : channels;
            double skip = ImageParameters.skip(configuration.get(ImageParameters.STOCHASTIC_DEPTH), i, stages * depth);
            int inside = channels * configuration.get(EXPANSION);
            layers.addAll(block(style, inside, filters, halves, skip));
            channels = filters;
        }
        layers.addAll(style.active(HEAD * channels, 1, 1, 1));
        layers.add(new GlobalAverage());
        layers.add(new Dropout(style.dropout()));
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }

    /** Nothing is added where the image is halved; the last convolution has no activation, which would lose too much. */
    private static List<Layer> block(Style style, int inside, int filters, boolean halves, double skip) {
        var body = new ArrayList<>(style.active(inside, 1, 1, 1));
        body.addAll(style.active(inside, 3, halves ? 2 : 1, inside));
        body.addAll(style.convolution(filters, 1, 1, 1));
        if (halves) {
            return body;
        }
        body.addAll(style.tamed());
        return List.of(new Residual(body, List.of(), skip));
    }

    /** The next multiple of 8, but never less than nine tenths (their reference implementation). */
    static int filters(double base, double width) {
        int rounded = Math.max(8, (int) (base * width + 4) / 8 * 8);
        return rounded < 0.9 * base * width ? rounded + 8 : rounded;
    }
}
