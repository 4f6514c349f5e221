package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Elementwise;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.network.layer.Flow;
import dev.sweetspot.deep.network.layer.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Sequences with their raw values and their lengths, scaled channel by channel: {@code x factor + shift}.
 *
 * @param shape of one sequence: as long as the longest may be
 * @param factors one a channel
 * @param shifts one a channel
 */
public record SequenceIntake(Shape.Sequence shape, List<Float> factors, List<Float> shifts) implements Intake {
    private static final Elementwise MISSING_IS_MEAN = Elementwise.of(
            "fill",
            "x.masked_fill(torch.isnan(x), 0.0)",
            (nodes, x) -> nodes.node("Where", nodes.node("IsNaN", x), nodes.number(0), x));

    /** Keeps copies. */
    public SequenceIntake {
        factors = List.copyOf(factors);
        shifts = List.copyOf(shifts);
    }

    @Override
    public Flow write(Graph graph) {
        var sequence = graph.input(
                new Graph.Input(
                        "sequence",
                        List.of(shape.length(), shape.channels()),
                        false,
                        "raw values, N x time x channels, NaN where one is missing; shorter sequences are filled up at their end"));
        var lengths = graph.input(new Graph.Input(
                "lengths", List.of(), true, "how many times of each sequence count, from 1 to " + shape.length()));
        var scaled = new Scaling(factors, shifts).write(graph, sequence, 0);
        return new Flow(graph.apply("input", MISSING_IS_MEAN, List.of(scaled)), Optional.of(lengths));
    }
}
