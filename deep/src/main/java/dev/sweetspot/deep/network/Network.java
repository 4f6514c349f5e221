package dev.sweetspot.deep.network;

import dev.sweetspot.deep.network.initializer.HeNormal;
import dev.sweetspot.deep.network.initializer.Initializer;
import dev.sweetspot.deep.network.layer.Chain;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * A network as data. The shapes are checked when it is made: what exists can be computed.
 *
 * @param input the shape of one item
 * @param layers in order; the last of a classifier gives one logit a class
 * @param initializer how its kernels begin
 */
public record Network(Shape input, List<Layer> layers, Initializer initializer) {
    /** Keeps a copy; checks every shape. */
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new InvalidInputException("network", layers, "must have a layer", "a dense one?");
        }
        Chain.shapes(input, layers, "layer");
    }

    /** Begins as {@link HeNormal} says. */
    public Network(Shape input, List<Layer> layers) {
        this(input, layers, new HeNormal());
    }

    /** The shape before the first layer, and after each. */
    public List<Shape> shapes() {
        return Chain.shapes(input, layers, "layer");
    }

    /** The shape behind the last layer. */
    public Shape output() {
        return shapes().get(layers.size());
    }

    /** How many numbers come out for one item: of a classifier, one a class. */
    public int outputs() {
        return output().size();
    }

    /** Whether it takes sequences of its input's length alone, since it sees them as one row. */
    public boolean ofOneLength() {
        var found = new boolean[1];
        Weights.walk(
                this, (index, path, layer, in) -> found[0] |= layer instanceof Flatten && in instanceof Shape.Sequence);
        return found[0];
    }

    /** How many numbers training changes. */
    public long parameterCount() {
        return Weights.count(this);
    }

    /**
     * The memory of a training in bytes above that of the idle program, predicted: weights, gradients and optimiser state,
     * what the layers keep for the way back, gradients on it, and what the engine needs to work. Within 20 % of what is
     * measured for networks of every kind.
     *
     * @param batch items in a batch
     * @param optimiserSlots how many numbers the optimiser keeps for each weight
     * @param bytesPerNumber of what flows between layers: 4, or 2 in 16-bit precision
     */
    public long trainingBytes(int batch, int optimiserSlots, int bytesPerNumber) {
        return MemoryEstimate.trainingBytes(this, batch, optimiserSlots, bytesPerNumber);
    }

    /** How many products are formed for one item on the way forward; a step of training takes about three times as many. */
    public long products() {
        var sum = new LongAdder();
        Weights.walk(this, (index, path, layer, in) -> sum.add(layer.products(in)));
        return sum.sum();
    }

    /**
     * How many items can be predicted at once without keeping more than so much: a half of the most, or a quarter, and so
     * on, where all do not fit; at least 1.
     *
     * @param bytes of what the layers write
     * @param bytesPerNumber of what flows between layers: 4, or 2 in 16-bit precision
     * @param most at least 1
     */
    public int itemsWithin(long bytes, int bytesPerNumber, int most) {
        return MemoryEstimate.itemsWithin(this, bytes, bytesPerNumber, most);
    }
}
