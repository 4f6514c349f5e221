package dev.sweetspot.deep.network.layer;

import java.util.Arrays;
import java.util.List;

/**
 * One weight tensor of a layer, as data.
 *
 * @param name unique in its layer: "kernel"
 * @param shape as the arithmetic sees it; where it has more than two dimensions, it lies with the second one last
 * @param fanIn how many inputs each output sums; 0 for what is no kernel
 * @param fanOut how many outputs each input goes to; 0 for what is no kernel
 * @param firsts what it starts at: the values of equal stretches one behind the other; empty for kernels, which are drawn
 */
public record Weight(String name, Role role, List<Integer> shape, int fanIn, int fanOut, List<Double> firsts) {
    /** What a weight does. */
    public enum Role {
        /** Multiplies inputs; decays. */
        KERNEL,
        /** Is added. */
        BIAS,
        /** Multiplies a normalised channel; starts at 1. */
        SCALE
    }

    /** Keeps copies. */
    public Weight {
        shape = List.copyOf(shape);
        firsts = List.copyOf(firsts);
    }

    /** Multiplies inputs. */
    public static Weight kernel(String name, int fanIn, int fanOut, int... shape) {
        return new Weight(name, Role.KERNEL, Arrays.stream(shape).boxed().toList(), fanIn, fanOut, List.of());
    }

    /** Is added to each of so many outputs; starts at 0. */
    public static Weight bias(String name, int size) {
        return new Weight(name, Role.BIAS, List.of(size), 0, 0, List.of(0.0));
    }

    /** Multiplies each of so many channels; starts at a number, usually 1. */
    public static Weight scale(String name, int size, double first) {
        return new Weight(name, Role.SCALE, List.of(size), 0, 0, List.of(first));
    }

    /** How many numbers. */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
