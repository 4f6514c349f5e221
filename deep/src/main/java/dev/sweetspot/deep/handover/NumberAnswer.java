package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import java.util.List;
import java.util.Map;

/**
 * A number in the unit of the data: {@code mean + deviation output}.
 *
 * @param target what it is called in the data
 */
public record NumberAnswer(String target, double mean, double deviation) implements Answer {
    @Override
    public String name() {
        return "value";
    }

    @Override
    public List<Integer> shape() {
        return List.of(1);
    }

    @Override
    public Value write(Graph graph, Value outputs) {
        var factor = graph.constant("output_factor", Constant.row((float) deviation));
        var shift = graph.constant("output_shift", Constant.row((float) mean));
        var scaled = graph.apply("output", Binary.MULTIPLY, List.of(outputs, factor));
        return graph.apply("output", Binary.ADD, List.of(scaled, shift));
    }

    /** {@code target}: the name of the number. */
    @Override
    public Map<String, String> notes() {
        return Map.of("target", target);
    }
}
