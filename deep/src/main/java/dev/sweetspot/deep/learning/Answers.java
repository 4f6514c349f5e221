package dev.sweetspot.deep.learning;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.prepare.TargetScaling;
import dev.sweetspot.deep.handover.Answer;
import dev.sweetspot.deep.handover.ClassAnswer;
import dev.sweetspot.deep.handover.NumberAnswer;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.training.Aim;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.Targets;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.TextForm;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the outputs of a network are read as answers: what a model file must keep beside its weights. */
public sealed interface Answers permits Answers.Classes, Answers.Numbers, Remade, Drawings {
    /**
     * What a network says of items.
     *
     * @param asked the items
     * @param network is asked for its outputs
     */
    Predictions of(Asked asked, Outputs network);

    /**
     * Items of data that a network is asked about.
     *
     * @param set whose items they are
     * @param examples the same as a network gets it
     * @param items their places
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asked(DataSet set, Examples examples, int[] items) {
        /** What they are called. */
        List<String> names() {
            return Arrays.stream(items).mapToObj(set::name).toList();
        }
    }

    /** A network that can be asked. */
    interface Outputs {
        /** A row an item. */
        float[][] of(int[] items);
    }

    /**
     * The same with what new answers are to be held against.
     *
     * @param test what the network said of items that nothing was learnt from
     */
    default Answers heldAgainst(Predictions test) {
        return this;
    }

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
        public Predictions of(Asked asked, Outputs network) {
            return new ClassProbabilities(asked.names(), names, network.of(asked.items()));
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
        public Predictions of(Asked asked, Outputs network) {
            var values = Arrays.stream(network.of(asked.items()))
                    .mapToDouble(row -> scaling.restored(row[0]))
                    .toArray();
            return new PredictedValues(asked.names(), targetName, values);
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
        if (aim instanceof Aim.OfInputs inputs) {
            return new Remade(inputs.outputs(), inputs.scale());
        }
        throw new IllegalArgumentException("nothing is known that could be answered");
    }

    /** From a model file. */
    static Answers fromFields(Fields fields) {
        if (fields.find(Remade.ENTRY).isPresent()) {
            return Remade.fromFields(fields.map(Remade.ENTRY));
        }
        if (fields.find(Drawings.ENTRY).isPresent()) {
            return Drawings.fromFields(fields.map(Drawings.ENTRY));
        }
        return fields.find("classes").isPresent()
                ? new Classes(fields.list("classes").items().stream()
                        .map(item -> ((TextForm) item).value())
                        .toList())
                : new Numbers(fields.text("target"), TargetScaling.fromForm(fields.require("target_scaling")));
    }
}
