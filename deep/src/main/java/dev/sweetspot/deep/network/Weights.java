package dev.sweetspot.deep.network;

import dev.sweetspot.deep.network.layer.Chain;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.Statistic;
import dev.sweetspot.deep.network.layer.Weight;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where each weight lies in the one flat array that holds all of them: kernels first, so that weight decay, which is
 * for kernels alone, acts on one stretch. The running statistics lie in another array in the same way.
 */
public final class Weights {
    private Weights() {}

    /**
     * One weight tensor in its place.
     *
     * @param layer index of the network's layer that it belongs to, or that holds the layer that it belongs to
     * @param path unique: "3.kernel", or inside a layer "3.body.1.kernel"
     * @param start where it begins in the flat array
     */
    public record Placed(int layer, String path, Weight weight, long start) {
        /** What it does. */
        public Weight.Role role() {
            return weight.role();
        }

        /** How many numbers. */
        public long size() {
            return weight.size();
        }
    }

    /**
     * One running statistic in its place.
     *
     * @param path unique: "4.mean"
     * @param start where it begins in the flat array
     */
    public record PlacedStatistic(String path, Statistic statistic, long start) {}

    /** What is done with each layer, those inside of others included, in their order. */
    interface Visitor {
        void visit(int index, String path, Layer layer, Shape in);
    }

    static void walk(Network network, Visitor visitor) {
        var shapes = network.shapes();
        for (int i = 0; i < network.layers().size(); i++) {
            walk(i, Integer.toString(i), network.layers().get(i), shapes.get(i), visitor);
        }
    }

    private static void walk(int index, String path, Layer layer, Shape in, Visitor visitor) {
        visitor.visit(index, path, layer, in);
        layer.parts().forEach((name, layers) -> {
            var shapes = Chain.shapes(in, layers, name);
            for (int i = 0; i < layers.size(); i++) {
                walk(index, path + "." + name + "." + i, layers.get(i), shapes.get(i), visitor);
            }
        });
    }

    /** All weights of a network, in the order in which they lie. */
    public static List<Placed> of(Network network) {
        var kernels = new ArrayList<Placed>();
        var others = new ArrayList<Placed>();
        walk(network, (index, path, layer, in) -> {
            for (var weight : layer.weights(in)) {
                (weight.role() == Weight.Role.KERNEL ? kernels : others)
                        .add(new Placed(index, path + "." + weight.name(), weight, 0));
            }
        });
        kernels.addAll(others);
        var placed = new ArrayList<Placed>();
        long start = 0;
        for (var each : kernels) {
            placed.add(new Placed(each.layer(), each.path(), each.weight(), start));
            start += each.size();
        }
        return List.copyOf(placed);
    }

    /** All running statistics of a network, in the order in which they lie. */
    public static List<PlacedStatistic> statistics(Network network) {
        var placed = new ArrayList<PlacedStatistic>();
        var start = new long[1];
        walk(network, (index, path, layer, in) -> {
            for (var statistic : layer.statistics(in)) {
                placed.add(new PlacedStatistic(path + "." + statistic.name(), statistic, start[0]));
                start[0] += statistic.size();
            }
        });
        return List.copyOf(placed);
    }

    /** The paths of the layers that have weights of their own, in order: "0", "3.body.1". */
    public static List<String> layersWithWeights(Network network) {
        var paths = new ArrayList<String>();
        walk(network, (index, path, layer, in) -> {
            if (!layer.weights(in).isEmpty()) {
                paths.add(path);
            }
        });
        return List.copyOf(paths);
    }

    /** How many numbers the weights are. */
    public static long count(Network network) {
        return of(network).stream().mapToLong(Placed::size).sum();
    }

    /** How many numbers the running statistics are; a file always has at least one. */
    public static int statisticsCount(Network network) {
        return Math.max(
                1,
                statistics(network).stream()
                        .mapToInt(placed -> placed.statistic().size())
                        .sum());
    }

    /**
     * First values: kernels as the network's initialiser draws them, in their order; the others at their constants.
     *
     * @throws InvalidInputException where there are more than one array can hold
     */
    public static float[] initial(Network network, RandomGenerator random) {
        int last = network.layers().size() - 1;
        long count = count(network);
        if (count > Integer.MAX_VALUE) {
            throw new InvalidInputException(
                    "parameters", count, "must be at most " + Integer.MAX_VALUE, "fewer filters, blocks or units?");
        }
        var values = new float[(int) count];
        for (var placed : of(network)) {
            int start = Math.toIntExact(placed.start());
            int size = Math.toIntExact(placed.size());
            var firsts = placed.weight().firsts();
            if (firsts.isEmpty()) {
                var drawn = network.initializer().draw(placed.weight(), placed.layer() == last, random);
                System.arraycopy(drawn, 0, values, start, size);
            }
            int stretch = firsts.isEmpty() ? 1 : size / firsts.size();
            for (int i = 0; i < firsts.size(); i++) {
                Arrays.fill(
                        values,
                        start + i * stretch,
                        start + (i + 1) * stretch,
                        firsts.get(i).floatValue());
            }
        }
        return values;
    }

    /** How many numbers at the beginning are kernels. */
    public static long kernelCount(Network network) {
        return of(network).stream()
                .filter(placed -> placed.role() == Weight.Role.KERNEL)
                .mapToLong(Placed::size)
                .sum();
    }
}
