package dev.sweetspot.cli;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a study of this command line is for, as the study keeps it: enough to go on in another process.
 *
 * @param kind the command that made the study
 * @param workload the settings of its workload
 * @param minutes how long it may take in all
 * @param workers how many trials run at once on one machine, where a person said so
 * @param onCluster the same on a cluster
 * @param threads how many cores to use, where a person said so
 * @param device where networks are computed, where a person said so
 * @param out where the result goes, where a person said so
 * @param export the formats in which other tools get the result
 * @param rules how each trial is run
 * @param from the state that its trainings go on from, where it is one that goes on
 */
record Errand(
        Kind kind,
        MapForm workload,
        Optional<Double> minutes,
        Optional<Integer> workers,
        Optional<Integer> onCluster,
        Optional<Integer> threads,
        Optional<String> device,
        Optional<Path> out,
        List<String> export,
        TrialRules rules,
        Optional<Path> from) {
    private static final String ON_CLUSTER = "workers_on_cluster";

    /** Keeps a copy. */
    Errand {
        export = List.copyOf(export);
    }

    /** The commands that make studies. */
    enum Kind {
        TUNE("tune"),
        TRAIN("train"),
        RUN("run");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Errand tune(
            Learner learner,
            Optional<Double> minutes,
            Optional<Integer> workers,
            Optional<Integer> onCluster,
            Optional<Integer> threads,
            Optional<String> device,
            Optional<Path> out,
            List<String> export,
            TrialRules rules) {
        return new Errand(
                Kind.TUNE,
                Workloads.toForm(learner),
                minutes,
                workers,
                onCluster,
                threads,
                device,
                out,
                export,
                rules,
                Optional.empty());
    }

    static Errand train(Learner learner, Optional<Integer> threads, Optional<String> device, Optional<Path> from) {
        return new Errand(
                Kind.TRAIN,
                Workloads.toForm(learner),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                threads,
                device,
                Optional.empty(),
                List.of(),
                TrialRules.NONE,
                from);
    }

    static Errand run(
            Workload program,
            Optional<Double> minutes,
            int workers,
            Optional<Integer> threads,
            Path out,
            TrialRules rules) {
        return new Errand(
                Kind.RUN,
                Workloads.toForm(program),
                minutes,
                Optional.of(workers),
                Optional.empty(),
                threads,
                Optional.empty(),
                Optional.of(out),
                List.of(),
                rules,
                Optional.empty());
    }

    MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("command", Form.of(kind.word));
        entries.put("workload", workload);
        minutes.ifPresent(value -> entries.put("minutes", Form.of(value)));
        workers.ifPresent(value -> entries.put("workers", Form.of(value)));
        onCluster.ifPresent(value -> entries.put(ON_CLUSTER, Form.of(value)));
        threads.ifPresent(value -> entries.put("threads", Form.of(value)));
        device.ifPresent(value -> entries.put("device", Form.of(value)));
        out.ifPresent(path ->
                entries.put("out", Form.of(path.toAbsolutePath().normalize().toString())));
        if (!export.isEmpty()) {
            entries.put("export", Form.of(String.join(",", export)));
        }
        if (!rules.equals(TrialRules.NONE)) {
            entries.put("trials", rules.toForm());
        }
        from.ifPresent(state -> entries.put("from", Form.of(state.toString())));
        return Form.of(entries);
    }

    /** Whether a study is one of trainings, made by {@code tune} or {@code train}. */
    static boolean isOfTrainings(MapForm form) {
        var word = Fields.of(form).findText("command").orElse("");
        return word.equals(Kind.TUNE.word) || word.equals(Kind.TRAIN.word);
    }

    /** Whether a study is one of models that learn from data, made by one of these commands. */
    static boolean isOfLearners(MapForm form) {
        return isOfTrainings(form) && Learners.knows(workloadOf(form));
    }

    /** Whether it is one of networks alone. */
    static boolean isOfNetworks(MapForm form) {
        return isOfTrainings(form) && Learners.ofNetworks(workloadOf(form));
    }

    /** What the workload of a study is called; empty where it has none. */
    static String workloadOf(MapForm form) {
        return form.find("workload").orElse(null) instanceof MapForm workload
                ? Fields.of(workload).findText("name").orElse("")
                : "";
    }

    /** Whether a study is one of a program that a file names. */
    static boolean isOfAProgram(MapForm form) {
        return Fields.of(form).findText("command").filter(Kind.RUN.word::equals).isPresent();
    }

    /** Whether a study is one of trainings by hand. */
    static boolean isByHand(MapForm form) {
        return Fields.of(form)
                .findText("command")
                .filter(Kind.TRAIN.word::equals)
                .isPresent();
    }

    /** Whether what is tried learns from data, and is none of the workloads that their settings alone make. */
    boolean learns() {
        return Learners.knows(workloadName());
    }

    /** What its workload is called. */
    String workloadName() {
        return Fields.of(workload).text("name");
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
                        fields.findWhole(ON_CLUSTER).map(Math::toIntExact),
                        fields.findWhole("threads").map(Math::toIntExact),
                        fields.findText("device"),
                        fields.findText("out").map(Path::of),
                        fields.findText("export")
                                .map(names -> List.of(names.split(",")))
                                .orElse(List.of()),
                        fields.find("trials").orElse(null) instanceof MapForm rules
                                ? TrialRules.fromForm(rules)
                                : TrialRules.NONE,
                        fields.findText("from").map(Path::of));
            }
        }
        throw new InvalidInputException(
                "study",
                study,
                "was not made by tune, train or run, so there is nothing to go on with",
                "sweetspot show?");
    }

    /** The settings of its training. */
    MapForm settings() {
        var fields = Fields.of(workload);
        var name = workloadName();
        if (!Learners.knows(name) || !(fields.require("settings") instanceof MapForm settings)) {
            throw new InvalidInputException("workload", name, "is none that this command can go on with", "");
        }
        return settings;
    }
}
