package dev.sweetspot.deep.network;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier as data. The shapes are checked when it is made: what exists can be computed.
 *
 * @param input the shape of one item
 * @param layers in order; the last gives one logit a class
 */
public record Network(Shape input, List<Layer> layers) {
    /** Keeps a copy; checks every shape. */
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(shapes(input, layers).get(layers.size()) instanceof Shape.Row)) {
            throw new InvalidInputException(
                    "network", layers, "must end with a row of numbers", "a dense layer at its end?");
        }
    }

    /** The shape before the first layer, and after each. */
    public List<Shape> shapes() {
        return shapes(input, layers);
    }

    /** One number a class. */
    public int outputs() {
        return shapes().get(layers.size()).size();
    }

    /** How many numbers training changes. */
    public long parameterCount() {
        return Weights.of(this).stream().mapToLong(Weights.Weight::size).sum();
    }

    /**
     * The memory of a training in bytes, predicted: weights, gradients and optimiser state, and what the layers keep for
     * the way back.
     *
     * @param batch items in a batch
     * @param optimiserSlots how many numbers the optimiser keeps for each weight
     * @param bytesPerActivation 4, or 2 in 16-bit precision
     */
    public long trainingBytes(int batch, int optimiserSlots, int bytesPerActivation) {
        long activations = shapes().stream().mapToLong(Shape::size).sum();
        return parameterCount() * 4 * (2 + optimiserSlots) + activations * batch * bytesPerActivation * 2;
    }

    private static List<Shape> shapes(Shape input, List<Layer> layers) {
        var shapes = new ArrayList<Shape>(List.of(input));
        for (int i = 0; i < layers.size(); i++) {
            shapes.add(after(layers.get(i), shapes.get(i), i));
        }
        return shapes;
    }

    private static Shape after(Layer layer, Shape in, int index) {
        if (layer instanceof Layer.Dense dense) {
            return new Shape.Row(row(layer, in, index, dense.units()));
        }
        if (layer instanceof Layer.Activation || layer instanceof Layer.BatchNorm || layer instanceof Layer.Dropout) {
            return in;
        }
        if (!(in instanceof Shape.Image image)) {
            throw wrong(layer, in, index, "needs an image", "move it before flatten?");
        }
        if (layer instanceof Layer.Convolution convolution) {
            return new Shape.Image(image.height(), image.width(), convolution.filters());
        }
        if (layer instanceof Layer.MaxPool pool) {
            if (image.height() < pool.size() || image.width() < pool.size()) {
                throw wrong(
                        layer, in, index, "needs an image of at least its own size, " + pool.size(), "fewer blocks?");
            }
            return new Shape.Image(image.height() / pool.size(), image.width() / pool.size(), image.channels());
        }
        return new Shape.Row(layer instanceof Layer.GlobalAverage ? image.channels() : image.size());
    }

    private static int row(Layer layer, Shape in, int index, int units) {
        if (in instanceof Shape.Row) {
            return units;
        }
        throw wrong(layer, in, index, "needs a row of numbers", "put flatten or global_average before it?");
    }

    private static InvalidInputException wrong(Layer layer, Shape in, int index, String rule, String maybe) {
        return new InvalidInputException("layer " + (index + 1) + " (" + layer.kind() + ")", in, rule, maybe);
    }
}
