package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.ChannelScale;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Networks like those of Liu et al. 2022: convolutions of 7 x 7 channel by channel, then two dense layers at each place, added
 * to what came in, scaled by a small number that is learnt. Activation and normalisation are the chosen ones, where they have
 * gelu and layer; the first layer and the number of stages follow the images, which are smaller than theirs. */
public final class ConvNextFamily implements ModelFamily {
    /** As Touvron et al. 2021 have it for networks of up to 18 blocks; theirs, for deeper ones, is 1e-6. */
    private static final double SCALE = 0.1;

    @Override
    public String name() {
        return "convnext";
    }

    @Override
    public String help() {
        return "A network like ConvNeXt, the newest kind of convolutional network: wide views and few norms. Wants many images; "
                + "with few of them, resnet learns more quickly.";
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
                ImageParameters.STOCHASTIC_DEPTH);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "a network like ConvNeXt of " + ImageParameters.many(configuration.get(ImageParameters.BLOCKS), "stage")
                + " with "
                + ImageParameters.many(configuration.get(ImageParameters.DEPTH), "block") + " each, "
                + configuration.get(ImageParameters.FILTERS) + " filters in the first stage";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        int filters = configuration.get(ImageParameters.FILTERS);
        int stages = configuration.get(ImageParameters.BLOCKS);
        int depth = configuration.get(ImageParameters.DEPTH);
        int side = Math.min(data.image().height(), data.image().width());
        int patch = side < 48 ? 1 : side < 96 ? 2 : 4;
        var layers = new ArrayList<Layer>();
        layers.add(
                patch == 1
                        ? new Convolution(filters, 3, 1, 1, 1, !style.normalizes())
                        : new Convolution(filters, patch, patch, 0, 1, !style.normalizes()));
        layers.addAll(style.norm(filters));
        side /= patch;
        for (int i = 0; i < stages * depth; i++) {
            if (i > 0 && i % depth == 0 && side >= 2) {
                layers.addAll(style.norm(filters));
                filters *= 2;
                side /= 2;
                layers.add(new Convolution(filters, 2, 2, 0, 1, true));
            }
            double skip = ImageParameters.skip(configuration.get(ImageParameters.STOCHASTIC_DEPTH), i, stages * depth);
            layers.add(block(style, filters, skip));
        }
        layers.add(new GlobalAverage());
        layers.addAll(style.norm(filters));
        layers.add(new Dropout(style.dropout()));
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }

    private static Residual block(Style style, int filters, double skip) {
        var body = new ArrayList<>(style.convolution(filters, 7, 1, filters));
        body.add(new Convolution(4 * filters, 1, true));
        body.add(style.activation());
        body.add(new Convolution(filters, 1, true));
        body.add(new ChannelScale(SCALE));
        return new Residual(body, List.of(), skip);
    }
}
