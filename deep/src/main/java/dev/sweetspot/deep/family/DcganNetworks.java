package dev.sweetspot.deep.family;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.LeakyRelu;
import dev.sweetspot.deep.network.layer.Noise;
import dev.sweetspot.deep.network.layer.Reshape;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.SpectralNorm;
import dev.sweetspot.deep.network.layer.TransposedConvolution;
import dev.sweetspot.space.Configuration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The layers of {@link DcganFamily}, as Radford et al. 2015 arrange them: the generator doubles the sides of an image from about
 * 4 pixels on by transposed convolutions, without a norm behind the last one, and ends with tanh; the discriminator halves
 * them, without a norm behind the first one.
 */
final class DcganNetworks {
    static final String SPECTRAL = "spectral";

    /** Sides are halved while they are at least so long. */
    private static final int LEAST_HALVED = 8;

    private static final int MOST_SIDE = 128;

    private DcganNetworks() {}

    /** Whether images can be halved on both sides alike, and are not so large that this family is too weak for them. */
    static boolean fits(Shape.Image image) {
        var heights = sides(image.height(), halvings(image));
        var widths = sides(image.width(), halvings(image));
        boolean alike = halvings(image) > 0 && Math.max(image.height(), image.width()) <= MOST_SIDE;
        for (int i = 1; i < heights.size(); i++) {
            alike &= heights.get(i) % 2 == widths.get(i) % 2;
        }
        return alike;
    }

    private static int halvings(Shape.Image image) {
        int count = 0;
        for (int side = Math.min(image.height(), image.width()); side >= LEAST_HALVED; side = (side + 1) / 2) {
            count++;
        }
        return count;
    }

    /** From the smallest to the image. */
    private static List<Integer> sides(int side, int halvings) {
        var sides = new ArrayList<>(List.of(side));
        for (int i = 0; i < halvings; i++) {
            sides.add((sides.get(i) + 1) / 2);
        }
        Collections.reverse(sides);
        return sides;
    }

    static Network generator(Shape.Image image, int latents, int filters, Configuration own) {
        int steps = halvings(image);
        var heights = sides(image.height(), steps);
        var style = style(own, own.get(NetworkParameters.NORMALIZATION));
        int channels = filters << (steps - 1);
        var layers = new ArrayList<Layer>();
        layers.add(new Dense(heights.get(0) * sides(image.width(), steps).get(0) * channels));
        layers.add(new Reshape(heights.get(0), sides(image.width(), steps).get(0), channels));
        for (int i = 1; i <= steps; i++) {
            layers.addAll(style.norm(channels));
            layers.add(style.activation());
            boolean last = i == steps;
            channels = last ? image.channels() : channels / 2;
            // An odd side is one less than twice the one before it.
            int size = heights.get(i) % 2 == 0 ? 4 : 3;
            layers.add(new TransposedConvolution(channels, size, 2, 1, last || !style.normalizes()));
        }
        layers.add(new Activation(ActivationFunction.TANH));
        return new Network(new Shape.Row(latents), layers, style.initializer());
    }

    /**
     * The network that judges.
     *
     * @param normalization one of {@link Style}, or {@link #SPECTRAL}
     * @param slope of leaky_relu
     */
    static Network discriminator(
            Shape.Image image, int filters, Configuration own, String normalization, double slope) {
        boolean spectral = normalization.equals(SPECTRAL);
        var style = style(own, spectral ? "none" : normalization);
        var activation = style.activation().function() == ActivationFunction.LEAKY_RELU
                ? new LeakyRelu(slope)
                : style.activation();
        double dropout = own.get(NetworkParameters.DROPOUT);
        double noise = own.get(NetworkParameters.NOISE);
        var layers = new ArrayList<Layer>();
        if (noise > 0) {
            layers.add(new Noise(noise));
        }
        int channels = filters;
        for (int i = 0; i < halvings(image); i++) {
            boolean first = i == 0;
            layers.add(held(new Convolution(channels, 4, 2, 1, 1, first || !style.normalizes()), spectral));
            if (!first) {
                layers.addAll(style.norm(channels));
            }
            layers.add(activation);
            if (dropout > 0) {
                layers.add(new Dropout(dropout));
            }
            channels *= 2;
        }
        layers.add(new Flatten());
        layers.add(held(new Dense(1), spectral));
        return new Network(image, layers, style.initializer());
    }

    private static Layer held(Layer layer, boolean spectral) {
        return spectral ? new SpectralNorm(layer) : layer;
    }

    private static Style style(Configuration own, String normalization) {
        return new Style(
                new Activation(NetworkParameters.activation(own)), normalization, 0, 0, Style.initializer(own));
    }
}
