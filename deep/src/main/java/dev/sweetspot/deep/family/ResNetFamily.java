package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.GlobalAverage;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Residual networks for small images (He et al. 2016, section 4.2): stages of blocks of two convolutions, each block adding to
 * what it got. One block a stage and three stages are ResNet-8, three blocks ResNet-20. */
public final class ResNetFamily implements ModelFamily {
    @Override
    public String name() {
        return "resnet";
    }

    @Override
    public String help() {
        return "A residual network: each block only corrects what it got, so that deep networks learn well. Often the best for "
                + "images, and slower than cnn.";
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
        return "a residual network of " + ImageParameters.many(configuration.get(ImageParameters.BLOCKS), "stage")
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
        var layers = new ArrayList<>(style.active(filters, 3, 1, 1));
        for (int i = 0; i < stages * depth; i++) {
            boolean halves = i > 0 && i % depth == 0;
            double skip = ImageParameters.skip(configuration.get(ImageParameters.STOCHASTIC_DEPTH), i, stages * depth);
            layers.add(block(style, halves ? filters * 2 : filters, halves, skip));
            layers.add(style.activation());
            filters = halves ? filters * 2 : filters;
        }
        layers.add(new GlobalAverage());
        layers.add(new Dropout(style.dropout()));
        layers.add(new Dense(data.outputs()));
        return style.network(data, layers);
    }

    /** Where the image is halved, a convolution of 1 x 1 makes the input fit what is added (their option B). */
    private static Residual block(Style style, int filters, boolean halves, double skip) {
        var body = new ArrayList<>(style.active(filters, 3, halves ? 2 : 1, 1));
        body.addAll(style.convolution(filters, 3, 1, 1));
        body.addAll(style.tamed());
        return new Residual(body, halves ? style.convolution(filters, 1, 2, 1) : List.of(), skip);
    }
}
