package dev.sweetspot.deep.family;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Enlarge;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Reshape;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.TransposedConvolution;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Convolutional autoencoders (Masci et al. 2011): convolutions halve an image again and again, a dense layer keeps a few
 * numbers of what is left, and all of it is done backwards. With noise on the inputs it is a denoising one (Vincent et al.
 * 2008): what is made again is the image without the noise.
 */
public final class AutoencoderFamily implements ModelFamily {
    private static final int LEAST_SIDE = 4;
    private static final String TRANSPOSED = "transposed";

    private static final CategoricalParameter<String> UPSAMPLING = Parameter.categorical(
                    "upsampling", TRANSPOSED, "nearest")
            .with(
                    About.help(
                            "How the image grows again: transposed lets the network learn how each pixel becomes four, "
                                    + "which is quicker; nearest repeats each pixel and draws over it, which leaves no chequered traces."));

    @Override
    public String name() {
        return "autoencoder";
    }

    @Override
    public String help() {
        return "A convolutional network that makes images again from a few numbers: what it makes badly is unlike the "
                + "images that it has learnt from.";
    }

    @Override
    public Set<Task.Kind> tasks() {
        return Set.of(Task.Kind.RECONSTRUCTION);
    }

    @Override
    public boolean takes(Shape input) {
        return input instanceof Shape.Image image && Math.min(image.height(), image.width()) >= LEAST_SIDE;
    }

    @Override
    public boolean usual() {
        return true;
    }

    @Override
    public List<Parameter<?>> parameters(DataSize data) {
        return List.of(
                ImageParameters.blocks(data), ImageParameters.FILTERS, BottleneckParameters.latent(data), UPSAMPLING);
    }

    @Override
    public String inWords(Configuration configuration) {
        return "an autoencoder that keeps " + configuration.values().get("latent") + " numbers of each image, behind "
                + ImageParameters.many(configuration.get(ImageParameters.BLOCKS), "halving") + " with "
                + configuration.get(ImageParameters.FILTERS) + " filters at the first";
    }

    @Override
    public Network network(Configuration configuration, DataSize data) {
        var style = Style.of(configuration);
        var image = data.image();
        int blocks = configuration.get(ImageParameters.BLOCKS);
        int filters = configuration.get(ImageParameters.FILTERS);
        int latent = configuration.get(BottleneckParameters.latent(data));
        var sizes = sizes(image, blocks);
        var layers = new ArrayList<Layer>();
        for (int i = 0; i < blocks; i++) {
            int stride = sizes.get(i).equals(sizes.get(i + 1)) ? 1 : 2;
            layers.addAll(style.active(filters << i, 3, stride, 1));
        }
        var last = sizes.get(blocks);
        int channels = filters << (blocks - 1);
        layers.add(new Flatten());
        layers.add(new Dropout(style.dropout()));
        layers.add(new Dense(latent));
        layers.add(new Dense(last.height() * last.width() * channels));
        layers.add(style.activation());
        layers.add(new Reshape(last.height(), last.width(), channels));
        boolean transposed = configuration.get(UPSAMPLING).equals(TRANSPOSED);
        for (int i = blocks - 1; i >= 0; i--) {
            // The last has most pixels: half of the filters take half of the time of all.
            int next = i > 0 ? filters << (i - 1) : filters / 2;
            layers.addAll(grown(style, transposed, next, sizes.get(i + 1), sizes.get(i)));
        }
        layers.add(new Convolution(image.channels(), 3, true));
        layers.add(new Flatten());
        return style.network(data, layers);
    }

    /** Height and width. */
    private record Size(int height, int width) {}

    /**
     * Before the first block and after each. A side of an odd number of pixels becomes half of the next even one; where one side
     * is odd and the other even no block can go back to both, so that the image stays as it is there.
     */
    private static List<Size> sizes(Shape.Image image, int blocks) {
        var sizes = new ArrayList<>(List.of(new Size(image.height(), image.width())));
        for (int i = 0; i < blocks; i++) {
            var now = sizes.get(i);
            boolean halves = now.height() % 2 == now.width() % 2 && Math.min(now.height(), now.width()) >= LEAST_SIDE;
            sizes.add(halves ? new Size((now.height() + 1) / 2, (now.width() + 1) / 2) : now);
        }
        return sizes;
    }

    /** From a size to that of before. */
    private static List<Layer> grown(Style style, boolean transposed, int filters, Size from, Size to) {
        if (from.equals(to)) {
            return style.active(filters, 3, 1, 1);
        }
        var layers = new ArrayList<Layer>();
        boolean even = to.height() % 2 == 0;
        boolean bias = !style.normalizes();
        if (transposed) {
            layers.add(new TransposedConvolution(filters, even ? 4 : 3, 2, 1, bias));
        } else {
            layers.add(new Enlarge(2));
            layers.add(new Convolution(filters, even ? 3 : 2, 1, even ? 1 : 0, 1, bias));
        }
        layers.addAll(style.norm(filters));
        layers.add(style.activation());
        return layers;
    }
}
