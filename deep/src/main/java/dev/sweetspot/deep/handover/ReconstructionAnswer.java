package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Binary;
import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Value;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.training.ErrorScale;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was made again of an item, as a row, in standard deviations of the data from its mean: {@code (x - centre) factor}. Of
 * images the row goes line by line with the channels of a pixel together.
 *
 * @param outputs how many numbers
 * @param usual errors of items that nothing was learnt from, ascending, where they are known
 * @param readout how scaled numbers follow from the outputs
 */
public record ReconstructionAnswer(int outputs, ErrorScale scale, Optional<double[]> usual, Readout readout)
        implements Answer {
    @Override
    public String name() {
        return "reconstruction";
    }

    @Override
    public List<Integer> shape() {
        return List.of(outputs);
    }

    @Override
    public Value write(Graph graph, Value outputsOfNetwork) {
        var read = readout.operation()
                .map(operation -> graph.apply("", operation, List.of(outputsOfNetwork)))
                .orElse(outputsOfNetwork);
        var centre = graph.constant("output_centre", row(scale.centres()));
        var factor = graph.constant("output_factor", row(scale.factors()));
        var centred = graph.apply("output", Binary.SUBTRACT, List.of(read, centre));
        return graph.apply("output", Binary.MULTIPLY, List.of(centred, factor));
    }

    /** A value a channel, again and again. */
    private Constant row(List<Float> values) {
        var row = new float[outputs];
        for (int i = 0; i < outputs; i++) {
            row[i] = values.get(i % values.size());
        }
        return Constant.row(row);
    }

    @Override
    public String torch(String outputsOfNetwork) {
        var read = readout.operation()
                .map(operation -> operation.torch(List.of(outputsOfNetwork)))
                .orElse(outputsOfNetwork);
        return "(" + read + " - self.output_centre) * self.output_factor";
    }

    /** {@code usual_errors}: a JSON list, the mean squared errors on this scale that are as usual. */
    @Override
    public Map<String, String> notes() {
        var notes = new LinkedHashMap<String, String>();
        usual.ifPresent(errors -> {
            var forms = new ArrayList<Form>();
            Arrays.stream(errors).forEach(error -> forms.add(Form.of(error)));
            notes.put("usual_errors", Json.write(Form.of(forms)));
        });
        return notes;
    }
}
