package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Backward;
import dev.sweetspot.deep.graph.Join;
import dev.sweetspot.deep.graph.LastTime;
import dev.sweetspot.deep.graph.Recurrence;
import dev.sweetspot.deep.graph.Timed;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.tensor.Sequences;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What recurrent layers have in common. A sequence that is padded is read from its beginning to its own end, and backwards
 * from its own end to its beginning, so that padding is never seen.
 */
final class Recurrent {
    private static final String REVERSE = "reverse_";

    /** Measured: {@code NetworkMemory} of the tests. */
    static long workspace(int bytesPerNumber) {
        return bytesPerNumber < Float.BYTES ? 15L << 20 : 20L << 20;
    }

    private Recurrent() {}

    /** Gates and states of every time, so many numbers a unit, and what comes out. */
    static long made(Shape in, long units, Shape out, long numbersPerUnit) {
        return numbersPerUnit * ((Shape.Sequence) in).length() * units + out.size();
    }

    /** Reads sequences that begin at their first time. */
    interface Cell {
        Tensor read(Tensor x, Tensor kernel, Tensor recurrent, Tensor inputBias, Tensor stateBias);
    }

    static Shape after(Layer layer, Shape in, int channels, boolean sequence) {
        var whole = Shape.sequence(layer, in);
        return sequence ? new Shape.Sequence(whole.length(), channels) : new Shape.Row(channels);
    }

    /** The gates' biases start at the given numbers; there are as many gates. */
    static List<Weight> weights(int channels, int units, boolean bidirectional, double... gates) {
        var weights = new ArrayList<Weight>();
        int rows = gates.length * units;
        var firsts = Arrays.stream(gates).boxed().toList();
        for (var prefix : bidirectional ? List.of("", REVERSE) : List.of("")) {
            weights.add(Weight.gates(prefix + "kernel", gates.length, channels, units));
            weights.add(Weight.gates(prefix + "recurrent_kernel", gates.length, units, units));
            weights.add(new Weight(prefix + "bias", Weight.Role.BIAS, List.of(rows), Weight.Fans.NONE, firsts));
            weights.add(Weight.bias(prefix + "recurrent_bias", rows));
        }
        return weights;
    }

    static Signal forward(
            Cell cell, Signal x, LayerWeights weights, Pass pass, boolean bidirectional, boolean sequence) {
        var there = read(cell, x.values(), weights, "", pass);
        if (!bidirectional) {
            return sequence ? x.with(there) : Signal.of(last(there, x));
        }
        var back = read(cell, reversed(x.values(), x), weights, REVERSE, pass);
        return sequence
                ? x.with(Sequences.joined(there, reversed(back, x)))
                : Signal.of(Sequences.joined(last(there, x), last(back, x)));
    }

    private static Tensor read(Cell cell, Tensor x, LayerWeights weights, String prefix, Pass pass) {
        return cell.read(
                pass.cast(x),
                pass.cast(weights.get(prefix + "kernel")),
                pass.cast(weights.get(prefix + "recurrent_kernel")),
                pass.cast(weights.get(prefix + "bias")),
                pass.cast(weights.get(prefix + "recurrent_bias")));
    }

    private static Tensor reversed(Tensor values, Signal like) {
        return like.lengths()
                .map(lengths -> Sequences.reversed(values, lengths.values()))
                .orElseGet(() -> Sequences.reversed(values));
    }

    private static Tensor last(Tensor values, Signal like) {
        return like.lengths()
                .map(lengths -> Sequences.last(values, lengths.values()))
                .orElseGet(() -> Sequences.last(values));
    }

    static Flow write(Recurrence cell, Flow x, Place place, boolean bidirectional, boolean sequence) {
        var there = read(cell, x.values(), place, "");
        if (!bidirectional) {
            return sequence ? x.with(there) : Flow.of(last(there, x, place));
        }
        var back = read(cell, backward(x.values(), x, place), place, REVERSE);
        return sequence
                ? x.with(place.apply(new Join(), there, backward(back, x, place)))
                : Flow.of(place.apply(new Join(), last(there, x, place), last(back, x, place)));
    }

    private static Value read(Recurrence cell, Value x, Place place, String prefix) {
        return place.apply(
                cell,
                x,
                place.weight(prefix + "kernel"),
                place.weight(prefix + "recurrent_kernel"),
                place.weight(prefix + "bias"),
                place.weight(prefix + "recurrent_bias"));
    }

    private static Value backward(Value values, Flow like, Place place) {
        return like.lengths()
                .map(lengths -> place.apply(Timed.BACKWARD, values, lengths))
                .orElseGet(() -> place.apply(new Backward(), values));
    }

    private static Value last(Value values, Flow like, Place place) {
        return like.lengths()
                .map(lengths -> place.apply(Timed.LAST, values, lengths))
                .orElseGet(() -> place.apply(new LastTime(), values));
    }
}
