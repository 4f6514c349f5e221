package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.util.List;
import java.util.Map;

/**
 * The probability of each class.
 *
 * @param classes their names, in the order of the outputs
 * @param readout how they follow from the outputs
 */
public record ClassAnswer(List<String> classes, Readout readout) implements Answer {
    /** Of outputs that are logits. */
    public ClassAnswer(List<String> classes) {
        this(classes, Readout.SOFTMAX);
    }

    /** Keeps a copy. */
    public ClassAnswer {
        classes = List.copyOf(classes);
    }

    @Override
    public String name() {
        return "probabilities";
    }

    @Override
    public List<Integer> shape() {
        return List.of(classes.size());
    }

    @Override
    public Value write(Graph graph, Value outputs) {
        return readout.operation()
                .map(operation -> graph.apply("", operation, List.of(outputs)))
                .orElse(outputs);
    }

    @Override
    public String torch(String outputs) {
        return readout.operation()
                .map(operation -> operation.torch(List.of(outputs)))
                .orElse(outputs);
    }

    /** {@code classes}: a JSON list. */
    @Override
    public Map<String, String> notes() {
        return Map.of(
                "classes", Json.write(Form.of(classes.stream().map(Form::of).toList())));
    }
}
