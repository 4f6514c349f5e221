package dev.sweetspot.classic.learning;

import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.TextForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How what a model says is read. */
sealed interface ClassicAnswers {
    /**
     * What a model says, as people read it.
     *
     * @param said a row each
     */
    Predictions of(TableSet set, int[] rows, float[][] said);

    /** How many numbers a model says of a row. */
    int width();

    /** For a model file. */
    Map<String, Form> toEntries();

    /** Probabilities of classes. */
    record Classes(List<String> names) implements ClassicAnswers {
        /** Keeps a copy. */
        public Classes {
            names = List.copyOf(names);
        }

        @Override
        public Predictions of(TableSet set, int[] rows, float[][] said) {
            return new ClassProbabilities(namesOf(set, rows), names, said);
        }

        @Override
        public int width() {
            return names.size();
        }

        @Override
        public Map<String, Form> toEntries() {
            return Map.of("classes", Form.of(names.stream().map(Form::of).toList()));
        }
    }

    /** A number, in the unit of the data. */
    record Numbers(String targetName, TargetScaling scaling) implements ClassicAnswers {
        @Override
        public Predictions of(TableSet set, int[] rows, float[][] said) {
            var values = Arrays.stream(said)
                    .mapToDouble(row -> scaling.restored(row[0]))
                    .toArray();
            return new PredictedValues(namesOf(set, rows), targetName, values);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public Map<String, Form> toEntries() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("target", Form.of(targetName));
            entries.put("target_scaling", scaling.toForm());
            return entries;
        }
    }

    private static List<String> namesOf(TableSet set, int[] rows) {
        return Arrays.stream(rows).mapToObj(set::name).toList();
    }

    /** Of a task; the scale of its numbers is learnt of the training rows. */
    static ClassicAnswers of(Task task, int[] training) {
        if (task instanceof Task.Classification classes) {
            return new Classes(classes.classNames());
        }
        if (task instanceof Task.Regression numbers) {
            return new Numbers(numbers.targetName(), TargetScaling.fit(numbers, training));
        }
        throw new IllegalArgumentException(task.kind() + " is nothing that can be predicted");
    }

    /** From a model file. */
    static ClassicAnswers fromFields(Fields fields) {
        return fields.find("classes").isPresent()
                ? new Classes(fields.list("classes").items().stream()
                        .map(item -> ((TextForm) item).value())
                        .toList())
                : new Numbers(fields.text("target"), TargetScaling.fromForm(fields.require("target_scaling")));
    }
}
