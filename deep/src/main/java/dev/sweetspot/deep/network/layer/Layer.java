package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.Form;
import java.util.List;
import java.util.Map;

/**
 * One layer of a network, as data. It knows its name in files, what comes out of what goes in, its weights, and how it
 * computes with them; a network knows nothing else of it. A new layer is one record, and its {@link Kind} in
 * {@link Layers}.
 */
public interface Layer {
    /** The name in files: "convolution". */
    String kind();

    /** What files say of it beside its name; {@link Kind} reads it back. */
    Map<String, Form> settings();

    /**
     * The shape of what comes out.
     *
     * @param in the shape of what goes in
     * @throws DoesNotFit when this layer cannot take it
     */
    Shape after(Shape in);

    /** Its own weights, in their order; those of the layers inside it are theirs. */
    default List<Weight> weights(Shape in) {
        return List.of();
    }

    /** What it keeps count of while training, and uses when predicting. */
    default List<Statistic> statistics(Shape in) {
        return List.of();
    }

    /** The layers inside it by the name of their part, in order; each part begins with what goes into this layer. */
    default Map<String, List<Layer>> parts() {
        return Map.of();
    }

    /**
     * How many new numbers it writes for one item on the way forward, those of layers inside it aside; the way back needs
     * them, or they are there for a while.
     *
     * @param bytesPerNumber 2 or 4: what is whole numbers inside counts as so many of these
     */
    default long made(Shape in, int bytesPerNumber) {
        return after(in).size();
    }

    /**
     * How many products it forms for one item on the way forward, those of layers inside it aside: nearly all of the time of a
     * large network goes there. Each weight of a kernel is used once at each place of what comes out.
     */
    default long products(Shape in) {
        return Weight.inKernels(weights(in)) * after(in).places();
    }

    /** Bytes that the engine needs for such a layer whatever the batch: the code it makes for it, and room for its threads. */
    default long workspace(int bytesPerNumber) {
        return 1 << 20;
    }

    /**
     * Computes.
     *
     * @param x of the shape that goes in
     * @param weights its own and those of the layers inside it
     */
    Signal forward(Signal x, LayerWeights weights, Pass pass);

    /**
     * Writes down what it computes when predicting, for other tools.
     *
     * @param x of the shape that goes in
     * @throws dev.sweetspot.form.InvalidInputException where it cannot be handed over
     */
    Flow write(Flow x, Place place);

    /** Whether this layer and the next give the same bits in either order, and are faster the other way round. */
    default boolean commutesWith(Layer next) {
        return false;
    }
}
