package dev.sweetspot.deep.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where each weight lies in the one flat array that holds all of them: kernels first, so that weight decay, which is
 * for kernels alone, acts on one stretch.
 */
public final class Weights {
    private Weights() {}

    /** What a weight does. */
    public enum Role {
        /** Multiplies inputs; decays. */
        KERNEL,
        /** Is added. */
        BIAS,
        /** Multiplies a normalised channel; starts at 1. */
        SCALE
    }

    /**
     * One weight tensor.
     *
     * @param layer index of its layer
     * @param name unique: "3.kernel"
     * @param shape as the arithmetic sees it
     * @param fanIn how many inputs each output sums; 0 for biases and scales
     * @param start where it begins in the flat array
     */
    public record Weight(int layer, String name, Role role, List<Integer> shape, int fanIn, long start) {
        /** How many numbers. */
        public long size() {
            return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        }
    }

    /** All weights of a network, in the order in which they lie. */
    public static List<Weight> of(Network network) {
        var kernels = new ArrayList<Weight>();
        var others = new ArrayList<Weight>();
        var shapes = network.shapes();
        for (int i = 0; i < network.layers().size(); i++) {
            var layer = network.layers().get(i);
            if (layer instanceof Layer.Convolution convolution) {
                int channels = ((Shape.Image) shapes.get(i)).channels();
                int size = convolution.size();
                kernels.add(new Weight(
                        i,
                        i + ".kernel",
                        Role.KERNEL,
                        List.of(convolution.filters(), channels, size, size),
                        channels * size * size,
                        0));
                if (convolution.bias()) {
                    others.add(new Weight(i, i + ".bias", Role.BIAS, List.of(convolution.filters()), 0, 0));
                }
            } else if (layer instanceof Layer.Dense dense) {
                int inputs = shapes.get(i).size();
                kernels.add(new Weight(i, i + ".kernel", Role.KERNEL, List.of(dense.units(), inputs), inputs, 0));
                others.add(new Weight(i, i + ".bias", Role.BIAS, List.of(dense.units()), 0, 0));
            } else if (layer instanceof Layer.BatchNorm) {
                int channels = shapes.get(i) instanceof Shape.Image image
                        ? image.channels()
                        : shapes.get(i).size();
                others.add(new Weight(i, i + ".scale", Role.SCALE, List.of(channels), 0, 0));
                others.add(new Weight(i, i + ".shift", Role.BIAS, List.of(channels), 0, 0));
            }
        }
        kernels.addAll(others);
        return placed(kernels);
    }

    private static List<Weight> placed(List<Weight> weights) {
        var placed = new ArrayList<Weight>();
        long start = 0;
        for (var weight : weights) {
            placed.add(new Weight(weight.layer(), weight.name(), weight.role(), weight.shape(), weight.fanIn(), start));
            start += weight.size();
        }
        return List.copyOf(placed);
    }

    /**
     * First values: He's normal distribution for kernels (He et al. 2015), the last layer at a tenth of it so that a
     * network begins without an opinion; 0 for biases, 1 for scales.
     */
    public static float[] initial(Network network, RandomGenerator random) {
        var weights = of(network);
        int last = network.layers().size() - 1;
        var values = new float
                [Math.toIntExact(weights.stream().mapToLong(Weight::size).sum())];
        for (var weight : weights) {
            double deviation = weight.role() == Role.KERNEL
                    ? Math.sqrt(2.0 / weight.fanIn()) * (weight.layer() == last ? 0.1 : 1)
                    : 0;
            for (int i = 0; i < weight.size(); i++) {
                values[(int) weight.start() + i] = weight.role() == Role.SCALE
                        ? 1
                        : deviation == 0 ? 0 : (float) (deviation * random.nextGaussian());
            }
        }
        return values;
    }

    /** How many numbers at the beginning are kernels. */
    public static long kernelCount(Network network) {
        return of(network).stream()
                .filter(weight -> weight.role() == Role.KERNEL)
                .mapToLong(Weight::size)
                .sum();
    }
}
