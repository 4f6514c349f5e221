package dev.sweetspot.deep.learning;

import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link NetworkLearning} as studies keep it. */
final class LearningSettings {
    private LearningSettings() {}

    static MapForm toForm(SplitData split, NetworkLearning learner) {
        var fidelity = learner.fidelity();
        var epochs = new LinkedHashMap<String, Form>();
        epochs.put("unit", Form.of(fidelity.unit()));
        epochs.put("least", Form.of(fidelity.least()));
        epochs.put("most", Form.of(fidelity.most()));
        var entries = new LinkedHashMap<String, Form>();
        split.origin().source().ifPresent(source -> entries.put("data", source.toForm()));
        entries.put("data_hash", Form.of(split.set().hash()));
        entries.put("space", SpaceForms.toForm(learner.space()));
        entries.put("relations", SpaceForms.relationsToForm(learner.space()));
        entries.put("fidelity", Form.of(epochs));
        entries.put("precision", Form.of(learner.precision().word()));
        var names = learner.objectives().stream().map(Objective::name).toList();
        if (names.size() == 1) {
            entries.put("metric", Form.of(names.get(0)));
        } else {
            entries.put("objectives", Form.of(names.stream().map(Form::of).toList()));
        }
        return Form.of(entries);
    }

    /**
     * The learning of these settings, on data that was loaded before.
     *
     * @throws InvalidInputException when the settings are wrong, or this is not the data of the settings
     */
    static NetworkLearning make(MapForm settings, SplitData split) {
        var fields = Fields.of(settings);
        var hash = fields.text("data_hash");
        if (!split.set().hash().equals(hash)) {
            throw new InvalidInputException(
                    "data",
                    split.place(),
                    "has other content than it had (hash " + shortly(split.set().hash()) + ", and it was "
                            + shortly(hash) + "), so nothing learnt from it would mean the same",
                    "put the data of before there, or start a new study?");
        }
        var fidelity = fields.map("fidelity");
        return new NetworkLearning(
                        split,
                        SpaceForms.fromForm(fields.require("space"), fields.list("relations")),
                        new Fidelity(fidelity.text("unit"), fidelity.number("least"), fidelity.number("most")),
                        Precision.named(fields.text("precision")))
                .seeking(objectives(fields));
    }

    /** One metric is kept under its own name, as it always was. */
    private static List<String> objectives(Fields fields) {
        return fields.find("objectives").isPresent()
                ? fields.list("objectives").items().stream()
                        .map(item ->
                                Fields.of(Form.of(Map.of("objective", item))).text("objective"))
                        .toList()
                : List.of(fields.text("metric"));
    }

    private static String shortly(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
