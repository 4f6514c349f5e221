package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.network.layer.Readout;
import java.util.List;
import java.util.Map;

/**
 * A number in the unit of the data: {@code mean + deviation output}.
 *
 * @param target what it is called in the data
 * @param readout how scaled numbers follow from the outputs
 */
public record NumberAnswer(String target, double mean, double deviation, Readout readout) implements Answer {
    /** Of outputs that are the numbers themselves. */
    public NumberAnswer(String target, double mean, double deviation) {
        this(target, mean, deviation, Readout.IDENTITY);
    }

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
        var read = readout.operation()
                .map(operation -> graph.apply("", operation, List.of(outputs)))
                .orElse(outputs);
        var factor = graph.constant("output_factor", Constant.row((float) deviation));
        var shift = graph.constant("output_shift", Constant.row((float) mean));
        var scaled = graph.apply("output", Binary.MULTIPLY, List.of(read, factor));
        return graph.apply("output", Binary.ADD, List.of(scaled, shift));
    }

    @Override
    public String torch(String outputs) {
        var read = readout.operation()
                .map(operation -> operation.torch(List.of(outputs)))
                .orElse(outputs);
        return read + " * self.output_factor + self.output_shift";
    }

    /** {@code target}: the name of the number. */
    @Override
    public Map<String, String> notes() {
        return Map.of("target", target);
    }
}
