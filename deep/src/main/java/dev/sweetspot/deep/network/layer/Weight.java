package dev.sweetspot.deep.network.layer;

import java.util.Arrays;
import java.util.List;

/**
 * One weight tensor of a layer, as data.
 *
 * @param name unique in its layer: "kernel"
 * @param shape as the arithmetic sees it; where it has more than two dimensions, it lies with the second one last
 * @param fans of kernels; {@link Fans#NONE} for what is no kernel
 * @param firsts what it starts at: the values of equal stretches one behind the other; empty for kernels, which are drawn
 */
public record Weight(String name, Role role, List<Integer> shape, Fans fans, List<Double> firsts) {
    /**
     * How many numbers meet in a kernel.
     *
     * @param in how many inputs each output sums
     * @param out how many outputs each input goes to
     * @param gates how many kernels lie one behind the other in the first dimension, each of these fans; 1 but for gates
     */
    public record Fans(int in, int out, int gates) {
        /** Of what is no kernel. */
        public static final Fans NONE = new Fans(0, 0, 1);
    }

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
        return new Weight(
                name, Role.KERNEL, Arrays.stream(shape).boxed().toList(), new Fans(fanIn, fanOut, 1), List.of());
    }

    /** So many kernels of gates, units x inputs each, one behind the other. */
    public static Weight gates(String name, int gates, int inputs, int units) {
        return new Weight(name, Role.KERNEL, List.of(gates * units, inputs), new Fans(inputs, units, gates), List.of());
    }

    /** Is added to each of so many outputs; starts at 0. */
    public static Weight bias(String name, int size) {
        return new Weight(name, Role.BIAS, List.of(size), Fans.NONE, List.of(0.0));
    }

    /** Multiplies each of so many channels; starts at a number, usually 1. */
    public static Weight scale(String name, int size, double first) {
        return new Weight(name, Role.SCALE, List.of(size), Fans.NONE, List.of(first));
    }

    /** How many numbers are in the kernels among these. */
    static long inKernels(List<Weight> weights) {
        return weights.stream()
                .filter(weight -> weight.role() == Role.KERNEL)
                .mapToLong(Weight::size)
                .sum();
    }

    /** How many numbers. */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
