package dev.sweetspot.deep.network;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a training goes on from what was learnt before.
 *
 * @param start weights and statistics to begin with
 * @param frozenLayers how many layers of the network, from its beginning, are used as they are: neither their weights nor
 *     their running statistics change, and nothing random happens in them
 * @param bodyRate by what the learning rate of the other layers is multiplied, but for the last one with weights: above 0, at
 *     most 1
 */
public record Transfer(Module.State start, int frozenLayers, double bodyRate) {
    /** Checks the range. */
    public Transfer {
        if (!(bodyRate > 0 && bodyRate <= 1)) {
            throw new InvalidInputException("body_rate", bodyRate, "must be above 0 and at most 1", "0.1?");
        }
    }

    /** Which part of a network is used as it is. */
    public record Freeze(int trainable) {
        /** Nothing is. */
        public static final Freeze NONE = new Freeze(Integer.MAX_VALUE);

        /** All but the last layer with weights. */
        public static final Freeze BODY = new Freeze(1);

        /** All but so many layers with weights at the end, each block of layers being one. */
        public Freeze {
            if (trainable < 1) {
                throw new InvalidInputException("freeze", trainable, "must leave a layer to train", "body?");
            }
        }

        /** How many layers of a network, from its beginning, are used as they are. */
        public int layers(Network network) {
            var withWeights = withWeights(network);
            // What stands between the last frozen weights and the first others, dropout say, is not frozen.
            return trainable >= withWeights.size() ? 0 : withWeights.get(withWeights.size() - 1 - trainable) + 1;
        }
    }

    /** The indices of a network's layers that have weights, or hold layers that have. */
    static List<Integer> withWeights(Network network) {
        var indices = new ArrayList<Integer>();
        Weights.of(network).stream()
                .mapToInt(Weights.Placed::layer)
                .distinct()
                .sorted()
                .forEach(indices::add);
        return indices;
    }

    /** By what the step of each weight is multiplied: 0 where it is frozen. */
    public double factor(Network network, Weights.Placed placed) {
        if (placed.layer() < frozenLayers) {
            return 0;
        }
        var withWeights = withWeights(network);
        return placed.layer() == withWeights.get(withWeights.size() - 1) ? 1 : bodyRate;
    }
}
