package dev.sweetspot.deep.handover;

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
    /** Keeps copies. */
    public SequenceIntake {
        factors = List.copyOf(factors);
        shifts = List.copyOf(shifts);
    }

    @Override
    public Flow write(Graph graph) {
        var sequence = graph.input(new Graph.Input(
                "sequence",
                List.of(shape.length(), shape.channels()),
                false,
                "raw values, N x time x channels; shorter sequences are filled up at their end with anything"));
        var lengths = graph.input(new Graph.Input(
                "lengths", List.of(), true, "how many times of each sequence count, from 1 to " + shape.length()));
        return new Flow(new Scaling(factors, shifts).write(graph, sequence, 0), Optional.of(lengths));
    }
}
