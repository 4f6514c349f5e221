package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs scaled channel by channel: {@code x factor + shift}.
 *
 * @param factors one a channel
 * @param shifts one a channel
 */
record Scaling(List<Float> factors, List<Float> shifts) {
    /** Keeps copies; checks their sizes. */
    Scaling {
        factors = List.copyOf(factors);
        shifts = List.copyOf(shifts);
        if (factors.size() != shifts.size()) {
            throw new IllegalArgumentException("one factor and one shift a channel");
        }
    }

    /**
     * Adds both steps.
     *
     * @param places how many dimensions are behind the channels
     */
    Value write(Graph graph, Value x, int places) {
        var factor = graph.constant("input_factor", channelwise(factors, places));
        var shift = graph.constant("input_shift", channelwise(shifts, places));
        var scaled = graph.apply("input", Binary.MULTIPLY, List.of(x, factor));
        return graph.apply("input", Binary.ADD, List.of(scaled, shift));
    }

    private static Constant channelwise(List<Float> values, int places) {
        var floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        var shape = new ArrayList<>(List.of(floats.length));
        for (int i = 0; i < places; i++) {
            shape.add(1);
        }
        return new Constant(shape, floats, false);
    }
}
