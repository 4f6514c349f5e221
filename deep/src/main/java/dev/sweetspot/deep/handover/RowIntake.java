package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.network.layer.Flow;
import java.util.List;

/**
 * Rows of raw numbers, scaled one by one: {@code x factor + shift}.
 *
 * @param factors one a number
 * @param shifts one a number
 */
public record RowIntake(List<Float> factors, List<Float> shifts) implements Intake {
    /** Keeps copies. */
    public RowIntake {
        factors = List.copyOf(factors);
        shifts = List.copyOf(shifts);
    }

    @Override
    public Flow write(Graph graph) {
        var row = graph.input(new Graph.Input("row", List.of(factors.size()), false, "raw numbers, N x columns"));
        return Flow.of(new Scaling(factors, shifts).write(graph, row, 0));
    }
}
