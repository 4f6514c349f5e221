package dev.sweetspot.deep.learning;

import dev.sweetspot.data.metric.AnomalyScores;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.metric.Reconstructions;
import dev.sweetspot.data.metric.UsualErrors;
import dev.sweetspot.deep.handover.Answer;
import dev.sweetspot.deep.handover.ReconstructionAnswer;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.training.ErrorScale;
import dev.sweetspot.deep.training.PreparedInputs;
import dev.sweetspot.deep.training.SequenceExamples;
import dev.sweetspot.deep.training.Targets;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.NumberForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Items, made again.
 *
 * @param outputs of how many numbers an item is
 * @param scale on which they are held against what they were made from
 * @param usual the errors of items that nothing was learnt from; empty before the model was measured
 */
record Remade(int outputs, ErrorScale scale, Optional<UsualErrors> usual) implements Answers {
    /** In model files. */
    static final String ENTRY = "reconstruction";

    /** So many at once: what is made again takes as much memory as what it is made from. */
    private static final int AT_ONCE = 1024;

    Remade(int outputs, ErrorScale scale) {
        this(outputs, scale, Optional.empty());
    }

    /** Their errors, and how unusual these are where it is known what is usual. */
    @Override
    public Predictions of(Asked asked, Outputs network) {
        int n = asked.items().length;
        var squared = new double[n];
        var absolute = new double[n];
        var spreads = new double[n];
        for (int start = 0; start < n; start += AT_ONCE) {
            var some = Arrays.copyOfRange(asked.items(), start, Math.min(n, start + AT_ONCE));
            var given = PreparedInputs.of(asked.examples(), some);
            var made = network.of(some);
            for (int i = 0; i < some.length; i++) {
                int numbers = asked.examples() instanceof SequenceExamples series ? series.numbers(some[i]) : outputs;
                int at = start + i;
                for (int j = 0; j < numbers; j++) {
                    double difference = scale.difference(made[i][j], given[i][j], j);
                    double standard = scale.standard(given[i][j], j);
                    squared[at] += difference * difference / numbers;
                    absolute[at] += Math.abs(difference) / numbers;
                    spreads[at] += standard * standard / numbers;
                }
            }
        }
        var errors = new Reconstructions(asked.names(), squared, absolute, spreads);
        return usual.<Predictions>map(each -> new AnomalyScores(errors, each)).orElse(errors);
    }

    @Override
    public Answers heldAgainst(Predictions test) {
        return test instanceof Reconstructions errors
                ? new Remade(outputs, scale, Optional.of(UsualErrors.of(errors.squared())))
                : this;
    }

    @Override
    public Targets targets() {
        return new Targets.Inputs(outputs);
    }

    @Override
    public Answer answer(Readout readout) {
        return new ReconstructionAnswer(outputs, scale, usual.map(UsualErrors::values), readout);
    }

    @Override
    public Map<String, Form> toEntries() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("numbers", Form.of(outputs));
        entries.put("centres", floats(scale.centres()));
        entries.put("factors", floats(scale.factors()));
        usual.ifPresent(errors -> {
            entries.put(
                    "usual_errors",
                    Form.of(Arrays.stream(errors.values()).mapToObj(Form::of).toList()));
            entries.put("usual_items", Form.of(errors.count()));
        });
        return Map.of(ENTRY, Form.of(entries));
    }

    private static Form floats(List<Float> values) {
        return Form.of(values.stream().map(value -> Form.of((double) value)).toList());
    }

    static Remade fromFields(Fields fields) {
        var scale = new ErrorScale(floats(numbers(fields, "centres")), floats(numbers(fields, "factors")));
        return new Remade(
                fields.integer("numbers"),
                scale,
                fields.find("usual_errors").isPresent()
                        ? Optional.of(UsualErrors.of(numbers(fields, "usual_errors"), fields.integer("usual_items")))
                        : Optional.empty());
    }

    private static double[] numbers(Fields fields, String name) {
        return fields.list(name).items().stream()
                .mapToDouble(item -> ((NumberForm) item).doubleValue())
                .toArray();
    }

    private static List<Float> floats(double[] values) {
        var floats = new ArrayList<Float>();
        IntStream.range(0, values.length).forEach(i -> floats.add((float) values[i]));
        return floats;
    }
}
