package dev.sweetspot.deep.learning;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.deep.handover.Answer;
import dev.sweetspot.deep.handover.ClassAnswer;
import dev.sweetspot.deep.handover.NumberAnswer;
import dev.sweetspot.deep.training.Aim;
import dev.sweetspot.deep.training.Targets;
import dev.sweetspot.deep.training.loss.Readout;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.TextForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the outputs of a network are read as answers: what a model file must keep beside its weights. */
public sealed interface Answers {
    /**
     * What a network says of items.
     *
     * @param rows its outputs, one for each item
     */
    Predictions of(List<String> names, float[][] rows);

    /** For a model file. */
    Map<String, Form> toEntries();

    /** What a network for them learns from. */
    Targets targets();

    /**
     * The same for other tools.
     *
     * @param readout how outputs are read
     */
    Answer answer(Readout readout);

    /** Probabilities of classes. */
    record Classes(List<String> names) implements Answers {
        /** Keeps a copy. */
        public Classes {
            names = List.copyOf(names);
        }

        @Override
        public Predictions of(List<String> items, float[][] rows) {
            return new ClassProbabilities(items, names, rows);
        }

        @Override
        public Map<String, Form> toEntries() {
            return Map.of("classes", Form.of(names.stream().map(Form::of).toList()));
        }

        @Override
        public Targets targets() {
            return new Targets.Classes(names.size());
        }

        @Override
        public Answer answer(Readout readout) {
            return new ClassAnswer(names, readout);
        }
    }

    /** A number, in the unit of the data. */
    record Numbers(String targetName, TargetScaling scaling) implements Answers {
        @Override
        public Predictions of(List<String> items, float[][] rows) {
            var values = Arrays.stream(rows)
                    .mapToDouble(row -> scaling.restored(row[0]))
                    .toArray();
            return new PredictedValues(items, targetName, values);
        }

        @Override
        public Map<String, Form> toEntries() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("target", Form.of(targetName));
            entries.put("target_scaling", scaling.toForm());
            return entries;
        }

        @Override
        public Targets targets() {
            return new Targets.Numbers(1);
        }

        @Override
        public Answer answer(Readout readout) {
            return new NumberAnswer(targetName, scaling.mean(), scaling.deviation(), readout);
        }
    }

    /** Of what is to be predicted. */
    static Answers of(Aim aim) {
        if (aim instanceof Aim.OfNumbers numbers) {
            return new Numbers(numbers.task().targetName(), numbers.scaling());
        }
        if (aim instanceof Aim.OfClasses classes) {
            return new Classes(classes.task().classNames());
        }
        throw new IllegalArgumentException("nothing is known that could be answered");
    }

    /** From a model file. */
    static Answers fromFields(Fields fields) {
        return fields.find("classes").isPresent()
                ? new Classes(fields.list("classes").items().stream()
                        .map(item -> ((TextForm) item).value())
                        .toList())
                : new Numbers(fields.text("target"), TargetScaling.fromForm(fields.require("target_scaling")));
    }

    /** What a network says of items of data. */
    default Predictions of(DataSet set, int[] items, float[][] rows) {
        return of(Arrays.stream(items).mapToObj(set::name).toList(), rows);
    }
}
