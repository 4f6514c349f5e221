package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.workload.Workloads;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a study of this command line is for, as the study keeps it: enough to go on in another process.
 *
 * @param kind the command that made the study
 * @param workload the settings of its workload
 * @param minutes how long it may take in all
 * @param workers how many trials run at once, where a person said so
 * @param threads how many cores to use, where a person said so
 * @param device where networks are computed, where a person said so
 * @param out where the result goes, where a person said so
 * @param export the formats in which other tools get the result
 */
record Errand(
        Kind kind,
        MapForm workload,
        Optional<Double> minutes,
        Optional<Integer> workers,
        Optional<Integer> threads,
        Optional<String> device,
        Optional<Path> out,
        List<String> export) {
    /** Keeps a copy. */
    Errand {
        export = List.copyOf(export);
    }

    /** The commands that make studies. */
    enum Kind {
        TUNE("tune"),
        TRAIN("train");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Errand tune(
            NetworkLearning learner,
            Optional<Double> minutes,
            Optional<Integer> workers,
            Optional<Integer> threads,
            Optional<String> device,
            Optional<Path> out,
            List<String> export) {
        return new Errand(Kind.TUNE, Workloads.toForm(learner), minutes, workers, threads, device, out, export);
    }

    static Errand train(NetworkLearning learner, Optional<Integer> threads, Optional<String> device) {
        return new Errand(
                Kind.TRAIN,
                Workloads.toForm(learner),
                Optional.empty(),
                Optional.empty(),
                threads,
                device,
                Optional.empty(),
                List.of());
    }

    MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("command", Form.of(kind.word));
        entries.put("workload", workload);
        minutes.ifPresent(value -> entries.put("minutes", Form.of(value)));
        workers.ifPresent(value -> entries.put("workers", Form.of(value)));
        threads.ifPresent(value -> entries.put("threads", Form.of(value)));
        device.ifPresent(value -> entries.put("device", Form.of(value)));
        out.ifPresent(path ->
                entries.put("out", Form.of(path.toAbsolutePath().normalize().toString())));
        if (!export.isEmpty()) {
            entries.put("export", Form.of(String.join(",", export)));
        }
        return Form.of(entries);
    }

    /** Whether a study was made by one of these commands. */
    static boolean isOurs(MapForm form) {
        var word = Fields.of(form).findText("command").orElse("");
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.word.equals(word));
    }

    /**
     * The errand of a study.
     *
     * @throws InvalidInputException when another program made the study
     */
    static Errand of(String study, MapForm form) {
        var fields = Fields.of(form);
        var word = fields.findText("command").orElse("");
        for (var kind : Kind.values()) {
            if (kind.word.equals(word) && fields.find("workload").orElse(null) instanceof MapForm workload) {
                return new Errand(
                        kind,
                        workload,
                        fields.findNumber("minutes"),
                        fields.findWhole("workers").map(Math::toIntExact),
                        fields.findWhole("threads").map(Math::toIntExact),
                        fields.findText("device"),
                        fields.findText("out").map(Path::of),
                        fields.findText("export")
                                .map(names -> List.of(names.split(",")))
                                .orElse(List.of()));
            }
        }
        throw new InvalidInputException(
                "study", study, "was not made by tune or train, so there is nothing to go on with", "sweetspot show?");
    }

    /** The settings of its training. */
    MapForm settings() {
        var fields = Fields.of(workload);
        var name = fields.text("name");
        if (!NetworkLearning.WORKLOADS.contains(name) || !(fields.require("settings") instanceof MapForm settings)) {
            throw new InvalidInputException("workload", name, "is none that this command can go on with", "");
        }
        return settings;
    }
}
