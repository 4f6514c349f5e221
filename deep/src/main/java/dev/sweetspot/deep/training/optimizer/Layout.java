package dev.sweetspot.deep.training.optimizer;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies where in the flat weights.
 *
 * @param size all numbers
 * @param kernels how many numbers at the beginning are kernels: they alone decay
 * @param matrices each kernel as a matrix, in order; the last is that of the output layer
 */
public record Layout(long size, long kernels, List<Matrix> matrices) {
    /** Keeps a copy. */
    public Layout {
        matrices = List.copyOf(matrices);
    }

    /** That of a network's weights. */
    public static Layout of(Network network) {
        var matrices = new ArrayList<Matrix>();
        long size = 0;
        for (var weight : Weights.of(network)) {
            if (weight.role() == Weight.Role.KERNEL) {
                long rows = weight.weight().shape().get(0);
                matrices.add(new Matrix(weight.start(), rows, weight.size() / rows));
            }
            size += weight.size();
        }
        return new Layout(size, Weights.kernelCount(network), matrices);
    }

    /** Kernels first, without saying which shapes they have. */
    public static Layout of(long size, long kernels) {
        return new Layout(size, kernels, List.of());
    }

    /**
     * A kernel: one row an output, one column an input (of a convolution: each place of its window).
     *
     * @param start where it begins
     */
    public record Matrix(long start, long rows, long columns) {}
}
