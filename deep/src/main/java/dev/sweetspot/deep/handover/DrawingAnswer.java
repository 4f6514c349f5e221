package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.network.layer.Shape;
import java.util.List;
import java.util.Map;

/**
 * A drawn image, N x channels x height x width, in samples as files keep them: {@code x factor + shift}, from 0 to the highest
 * but for what was drawn beyond, which whoever writes a file cuts off.
 *
 * @param highest the highest value that a sample may have: 255 or 65535
 * @param factors one a channel
 * @param shifts one a channel
 */
public record DrawingAnswer(Shape.Image image, int highest, List<Float> factors, List<Float> shifts) implements Answer {
    /** Keeps copies. */
    public DrawingAnswer {
        factors = List.copyOf(factors);
        shifts = List.copyOf(shifts);
    }

    @Override
    public String name() {
        return "image";
    }

    @Override
    public List<Integer> shape() {
        return List.of(image.channels(), image.height(), image.width());
    }

    @Override
    public Value write(Graph graph, Value outputs) {
        var factor = graph.constant("output_factor", each(factors));
        var shift = graph.constant("output_shift", each(shifts));
        var scaled = graph.apply("output", Binary.MULTIPLY, List.of(outputs, factor));
        return graph.apply("output", Binary.ADD, List.of(scaled, shift));
    }

    /** One a channel, as it goes with images. */
    private static Constant each(List<Float> values) {
        var row = new float[values.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(i);
        }
        return new Constant(List.of(row.length, 1, 1), row, false);
    }

    @Override
    public String torch(String outputs) {
        return outputs + " * self.output_factor + self.output_shift";
    }

    /** {@code highest}: the highest value of a sample. */
    @Override
    public Map<String, String> notes() {
        return Map.of("highest", Integer.toString(highest));
    }
}
