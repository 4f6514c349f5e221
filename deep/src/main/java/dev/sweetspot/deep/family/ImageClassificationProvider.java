package dev.sweetspot.deep.family;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Shown;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.WorkloadProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes image classifications from their settings again: in another process, on another machine. */
public final class ImageClassificationProvider implements WorkloadProvider {
    static final String NAME = "image-classification";

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Loads the data where the settings say it lies.
     *
     * @throws InvalidInputException when the settings are wrong, or the data is gone or another
     */
    @Override
    public ImageClassification make(MapForm settings) {
        return make(settings, source(settings).load(Runtime.getRuntime().availableProcessors(), Progress.SILENT));
    }

    /**
     * The same with data that was loaded before, from wherever it lies now.
     *
     * @throws InvalidInputException when the settings are wrong, or these images are not those of the settings
     */
    public ImageClassification make(MapForm settings, SplitImages images) {
        var fields = Fields.of(settings);
        var hash = fields.text("data_hash");
        if (!images.set().hash().equals(hash)) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(images.source().path().toString()),
                    "has other content than it had (hash "
                            + shortly(images.set().hash()) + ", and it was " + shortly(hash)
                            + "), so nothing learnt from it would mean the same",
                    "put the data of before there, or start a new study?");
        }
        var fidelity = fields.map("fidelity");
        return new ImageClassification(
                        images,
                        SpaceForms.fromForm(fields.require("space"), fields.list("relations")),
                        new Fidelity(fidelity.text("unit"), fidelity.number("least"), fidelity.number("most")),
                        precision(fields.text("precision")))
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

    /** Where the data of these settings lies. */
    public static ImageSource source(MapForm settings) {
        return ImageSource.fromForm(Fields.of(settings).map("data"));
    }

    static MapForm settings(Optional<ImageSource> source, ImageClassification learner) {
        var fidelity = learner.fidelity();
        var epochs = new LinkedHashMap<String, Form>();
        epochs.put("unit", Form.of(fidelity.unit()));
        epochs.put("least", Form.of(fidelity.least()));
        epochs.put("most", Form.of(fidelity.most()));
        var entries = new LinkedHashMap<String, Form>();
        source.ifPresent(place -> entries.put("data", place.toForm()));
        entries.put("data_hash", Form.of(learner.data().hash()));
        entries.put("space", SpaceForms.toForm(learner.space()));
        entries.put("relations", SpaceForms.relationsToForm(learner.space()));
        entries.put("fidelity", Form.of(epochs));
        entries.put("precision", Form.of(learner.numericMode()));
        var names = learner.objectives().stream().map(Objective::name).toList();
        if (names.size() == 1) {
            entries.put("metric", Form.of(names.get(0)));
        } else {
            entries.put("objectives", Form.of(names.stream().map(Form::of).toList()));
        }
        return Form.of(entries);
    }

    /** As people read it: "bfloat16". */
    static String word(Precision precision) {
        return precision.name().toLowerCase(Locale.ROOT);
    }

    /** The precision of a word. */
    static Precision precision(String word) {
        return Arrays.stream(Precision.values())
                .filter(precision -> word(precision).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "precision",
                        word,
                        "is not known",
                        DidYouMean.maybe(
                                word,
                                Arrays.stream(Precision.values())
                                        .map(ImageClassificationProvider::word)
                                        .toList())));
    }

    private static String shortly(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}
