package dev.sweetspot.cli;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.split.PartsFile;
import dev.sweetspot.deep.handover.Formats;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SavedModel;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.job.Bundle;
import dev.sweetspot.job.TuneResult;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.FolderTree;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder that a job hands over. It is looked at before anything is searched, and made at the end: all files are
 * written aside first, and the model is the last that gets its name, so that a folder with a model is whole.
 */
final class TuneFolder {
    static final String MODEL = "model.sweetspot";
    static final String BUNDLE = "bundle.json";
    private static final String RECORD = "record.json";
    /** What the folder of a result that is being written begins with. */
    static final String WRITING = ".writing-";

    private final Path folder;

    private TuneFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks whether results can be written there; makes nothing yet.
     *
     * @throws InvalidInputException when they cannot, or the folder holds what is not this study's
     */
    static TuneFolder check(Path folder, String study) {
        var there = Nearest.existing(folder);
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new InvalidInputException(
                    "--out",
                    folder,
                    there + (Files.isDirectory(there) ? " cannot be written" : " is a file"),
                    "a folder of your own?");
        }
        try {
            var foreign = Files.exists(folder) ? foreign(folder, study) : Optional.<String>empty();
            if (foreign.isPresent()) {
                throw new InvalidInputException(
                        "--out", folder, "holds other files (" + foreign.get() + ")", "a folder that is new or empty?");
            }
            return new TuneFolder(folder);
        } catch (IOException e) {
            throw new InvalidInputException("--out = " + folder + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** A file that is there and belongs to no result of this study. */
    private static Optional<String> foreign(Path folder, String study) throws IOException {
        var record = folder.resolve(RECORD);
        if (Files.isRegularFile(record) && belongsTo(record, study)) {
            return Optional.empty();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    // A result that was being written when its process was killed.
                    .filter(name -> !name.startsWith(WRITING))
                    .min(String::compareTo);
        }
    }

    private static boolean belongsTo(Path record, String study) throws IOException {
        try {
            return Json.parseMap(Files.readString(record), record.toString())
                    .find("study")
                    .equals(Optional.of(Form.of(study)));
        } catch (InvalidInputException notOurs) {
            return false;
        }
    }

    Path path() {
        return folder;
    }

    Path model() {
        return folder.resolve(MODEL);
    }

    /**
     * Writes all of it.
     *
     * @param export the formats in which other tools get the winner
     * @return what could not be written for them, in sentences
     */
    List<String> write(StudySpec spec, Learner learner, TuneResult result, MapForm report, List<String> export)
            throws IOException {
        Files.createDirectories(folder);
        var aside = Files.createTempDirectory(folder, WRITING);
        try {
            var configuration = SpaceForms.toForm(result.winner().configuration());
            Files.writeString(aside.resolve("configuration.yaml"), Yaml.write(configuration));
            Files.writeString(aside.resolve("configuration.json"), Json.writeIndented(configuration));
            if (learner.data().task() instanceof Task.Classification classes) {
                Files.writeString(aside.resolve("classes.txt"), lines(classes));
            }
            Files.writeString(aside.resolve("split.csv"), PartsFile.write(learner.data(), learner.parts()));
            Files.writeString(aside.resolve("curves.csv"), curves(result));
            Files.writeString(
                    aside.resolve("predictions.csv"),
                    result.winner()
                            .predictions()
                            .toCsv(learner.data(), learner.parts().test()));
            Files.writeString(aside.resolve("report.json"), Json.writeIndented(report));
            var pictures = pictures(aside, learner, result);
            Files.writeString(aside.resolve("README.txt"), readme(spec, learner.data(), pictures, export));
            Files.writeString(aside.resolve(RECORD), Json.writeIndented(record(spec, learner, result)));
            result.winner().model().save(aside.resolve(MODEL));
            Files.writeString(
                    aside.resolve(BUNDLE),
                    Json.writeIndented(Bundle.of(
                                    spec.name(),
                                    learner,
                                    result.winner(),
                                    ReportForms.toForm(result.winner().test()),
                                    Bundle.hash(Files.readAllBytes(aside.resolve(MODEL))),
                                    Environment.now(device(learner)))
                            .toForm()));
            var refused = export(aside, export);
            Files.deleteIfExists(model());
            // The record says whose folder this is, so it comes first.
            Files.move(aside.resolve(RECORD), folder.resolve(RECORD), StandardCopyOption.REPLACE_EXISTING);
            for (var name : names(aside)) {
                Files.move(aside.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(aside.resolve(MODEL), model(), StandardCopyOption.ATOMIC_MOVE);
            return refused;
        } finally {
            FolderTree.delete(aside);
        }
    }

    /** Writes what there is to look at; what was drawn by the default configuration too, beside that of the winner. */
    private static Map<String, String> pictures(Path aside, Learner learner, TuneResult result) throws IOException {
        var pictures = new LinkedHashMap<>(result.winner().model().writePictures(aside));
        var standard = result.standard().measured();
        if (standard.isPresent() && learner.data().task() instanceof Task.Generation) {
            var other = Files.createDirectory(aside.resolve("default"));
            for (var picture : standard.get().model().writePictures(other).entrySet()) {
                var name = picture.getKey().replace(".png", "-default.png");
                Files.move(other.resolve(picture.getKey()), aside.resolve(name));
                pictures.put(name, picture.getValue() + ", of the default configuration");
            }
            Files.delete(other);
        }
        return pictures;
    }

    /** A model that another tool cannot take is no reason to lose it. */
    private static List<String> export(Path aside, List<String> export) throws IOException {
        var refused = new ArrayList<String>();
        if (!export.isEmpty()) {
            try (var saved = SavedModel.load(aside.resolve(MODEL))) {
                for (var name : export) {
                    try {
                        Formats.named(name).write(saved.blueprint(), aside);
                    } catch (InvalidInputException e) {
                        refused.add("Not written as " + name + ": " + e.getMessage());
                    }
                }
            }
        }
        return refused;
    }

    private static Device device(Learner learner) {
        return learner instanceof NetworkLearning networks ? networks.device() : Device.CPU;
    }

    private static List<String> names(Path aside) throws IOException {
        try (var files = Files.list(aside)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals(MODEL))
                    .sorted()
                    .toList();
        }
    }

    /** The model that somebody means who names it or the folder it is in. */
    static Path modelIn(Path place) {
        return Files.isDirectory(place) ? place.resolve(MODEL) : place;
    }

    /** JSON strings, a line each, where a name has a line break; plain lines for all others. */
    private static String lines(Task.Classification classes) {
        var text = new StringBuilder();
        for (var name : classes.classNames()) {
            text.append(name.chars().anyMatch(c -> c < ' ') ? Json.write(Form.of(name)) : name)
                    .append('\n');
        }
        return text.toString();
    }

    private static String curves(TuneResult result) {
        var text = new StringBuilder("trial,epoch,seconds,name,value\n");
        for (var trial : result.history().trials()) {
            for (int i = 0; i < trial.curve().size(); i++) {
                var place = trial.number() + "," + trial.curve().fidelity(i) + ","
                        + String.format(Locale.ROOT, "%.3f", trial.curve().seconds(i)) + ",";
                trial.curve().at(i).values().forEach((name, value) -> text.append(place)
                        .append(name)
                        .append(',')
                        .append(value)
                        .append('\n'));
            }
        }
        return text.toString();
    }

    /** All that the result follows from: seeds, versions, data. */
    private static MapForm record(StudySpec spec, Learner learner, TuneResult result) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(spec.name()));
        entries.put("sweetspot", Form.of(Version.OF_SWEETSPOT));
        entries.put("java", Form.of(System.getProperty("java.runtime.version", "")));
        entries.put("system", Form.of(System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        entries.put("data_hash", Form.of(learner.data().hash()));
        var seeds = new LinkedHashMap<String, Form>();
        seeds.put("study", Form.of(spec.seed()));
        seeds.put("split", Form.of(Seeds.of(spec.seed(), 0, Seeds.Purpose.SPLIT)));
        seeds.put(
                "trials",
                Form.of(result.history().trials().stream()
                        .map(trial -> Form.of(Seeds.of(spec.seed(), trial.number(), Seeds.Purpose.TRIAL)))
                        .toList()));
        entries.put("seeds", Form.of(seeds));
        entries.put("winner", result.winner().model().record());
        result.standard()
                .measured()
                .ifPresent(measured -> entries.put("default", measured.model().record()));
        return Form.of(entries);
    }

    private static String readme(StudySpec spec, DataSet data, Map<String, String> pictures, List<String> export) {
        var files = data instanceof ImageSet ? "IMAGES..." : "FILES...";
        var classes = data.task() instanceof Task.Classification
                ? "classes.txt          the names of the classes, in the order of the model's answers\n"
                : "";
        boolean draws = data.task() instanceof Task.Generation;
        var use = draws ? "generate model.sweetspot --out drawn" : "predict model.sweetspot " + files;
        var predictions = draws
                ? "features of the images that it drew, and of the test " + data.noun()
                : "what it says of every one of the test " + data.noun();
        return """
                The result of the study %s, by Sweetspot %s.

                model.sweetspot      the trained winner; to use it: sweetspot %s
                configuration.yaml   its hyperparameters, and the same as configuration.json
                %sreport.json          how good it is on the test part, beside the default configuration
                predictions.csv      %s
                split.csv            which of the %s are for training, validation and test
                curves.csv           what every trial reported
                bundle.json          what it takes to train it again: sweetspot retrain .
                record.json          seeds, versions and the data's hash: all that the result follows from
                """.formatted(spec.name(), Version.OF_SWEETSPOT, use, classes, predictions, data.noun())
                + pictures.entrySet().stream()
                        .map(picture -> String.format("%-20s %s\n", picture.getKey(), picture.getValue()))
                        .collect(Collectors.joining())
                + ExportCommand.readme(export);
    }
}
