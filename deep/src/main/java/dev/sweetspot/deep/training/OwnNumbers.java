package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * What of a batch counts in a loss where series of different lengths are made again: the numbers of each series up to its own
 * end. Outputs behind it become 0, as targets are there, so that a difference is 0; and the loss of a series, a mean over all
 * numbers that there is room for, is weighed by that room over its own length. So it is the mean over its own numbers, which is
 * what reconstructions are judged by.
 *
 * @param outputs with 0 behind the ends
 * @param weights one a series
 */
record OwnNumbers(Tensor outputs, Optional<Tensor> weights) {
    /** All numbers, where nothing stands behind an end or something else is learnt. */
    static OwnNumbers of(Tensor outputs, Batch batch, Targets targets) {
        var lengths = batch.lengths();
        if (!(targets instanceof Targets.Inputs) || !(batch.shape() instanceof Shape.Sequence room)) {
            return new OwnNumbers(outputs, Optional.empty());
        }
        if (Arrays.stream(lengths).allMatch(length -> length == room.length())) {
            return new OwnNumbers(outputs, Optional.empty());
        }
        int size = lengths.length;
        var series = outputs.reshaped(size, room.length(), room.channels());
        var weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = (float) room.length() / lengths[i];
        }
        return new OwnNumbers(
                Sequences.cut(series, lengths).reshaped(size, room.size()),
                Optional.of(Tensor.of(weights, size).on(outputs.device())));
    }
}
