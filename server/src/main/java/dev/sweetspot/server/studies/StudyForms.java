package dev.sweetspot.server.studies;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Answer;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Studies as pages show them. */
final class StudyForms {
    private StudyForms() {}

    /** Whether a front is sought, and no one best trial. */
    static boolean seeksFront(Study study) {
        var problem = study.spec().problem();
        return problem.objectives().size() > 1 && !problem.preference().oneOrder();
    }

    /** How many trials are where, and when something happened last: small, and other whenever anything is. */
    static MapForm state(Study study, Set<Integer> held) {
        var history = study.history();
        int failed = 0;
        int stopped = 0;
        int over = 0;
        double seconds = 0;
        for (var trial : history.trials()) {
            seconds += trial.seconds();
            var outcome = trial.outcome().orElse(null);
            failed += outcome instanceof Outcome.Failed ? 1 : 0;
            stopped += outcome instanceof Outcome.StoppedEarly ? 1 : 0;
            over += outcome instanceof Outcome.OverLimit ? 1 : 0;
        }
        long lost = history.running()
                .filter(trial -> !held.contains(trial.number()))
                .count();
        var entries = new LinkedHashMap<String, Form>();
        entries.put("version", Form.of(history.version()));
        entries.put("standing", Form.of(history.standing().word()));
        history.order().filter(order -> order.standing() != Standing.OPEN).ifPresent(order -> {
            entries.put("standing_reason", Form.of(order.reason()));
            entries.put("standing_since", Form.of(order.at().toString()));
        });
        entries.put("trials", Form.of(history.size()));
        entries.put("completed", Form.of(history.completed().count()));
        entries.put("stopped", Form.of(stopped));
        entries.put("failed", Form.of(failed));
        entries.put("over_limit", Form.of(over));
        entries.put("running", Form.of(history.running().count() - lost));
        entries.put("lost", Form.of(lost));
        entries.put("put_aside", Form.of(history.paused().count()));
        entries.put("seconds", Form.of(Math.round(seconds * 10) / 10.0));
        entries.put("best", best(study));
        return Form.of(entries);
    }

    /** For each objective the best value of a trial that ran to its end. */
    private static Form best(Study study) {
        var values = new ArrayList<Form>();
        for (var objective : study.spec().objectives()) {
            study.history()
                    .best(objective)
                    .ifPresent(trial -> values.add(Answer.map(
                            "name",
                            Form.of(objective.name()),
                            "trial",
                            Form.of(trial.number()),
                            "value",
                            Form.of(trial.value(objective.name()).orElse(Double.NaN)))));
        }
        return Form.of(values);
    }

    /** What was settled when it was made. */
    static MapForm spec(Study study) {
        var spec = study.spec();
        var entries = new LinkedHashMap<String, Form>();
        entries.put("objectives", objectives(spec.objectives()));
        entries.put("sampler", Form.of(spec.search().sampler().name()));
        entries.put("scheduler", Form.of(spec.search().scheduler().name()));
        entries.put("seed", Form.of(spec.seed()));
        entries.put("front", Form.of(seeksFront(study)));
        entries.put(
                "parameters",
                Form.of(study.space().parameters().stream()
                        .map(parameter -> Form.of(parameter.name()))
                        .toList()));
        return Form.of(entries);
    }

    private static Form objectives(List<Objective> objectives) {
        return Form.of(objectives.stream()
                .map(objective -> Answer.map(
                        "name",
                        Form.of(objective.name()),
                        "direction",
                        Form.of(objective.direction().name().toLowerCase(Locale.ROOT))))
                .toList());
    }

    /** One word for where a trial stands. */
    static String word(Trial trial, Set<Integer> held) {
        return trial.outcome().map(Outcome::word).orElseGet(() -> {
            if (!(trial.state() instanceof TrialState.Running)) {
                return "put aside";
            }
            return held.contains(trial.number()) ? "running" : "lost";
        });
    }

    /** All about one trial. */
    static MapForm trial(Study study, History history, Trial trial, Set<Integer> held) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("trial", Form.of(trial.number()));
        entries.put("trials", Form.of(history.size()));
        entries.put("state", Form.of(word(trial, held)));
        entries.put("started_at", Form.of(trial.startedAt().toString()));
        entries.put("seconds", Form.of(trial.seconds()));
        entries.put("reached", Form.of(trial.curve().reached()));
        entries.put("threads", Form.of(trial.threads()));
        entries.put("by", Form.of(trial.origin().sampler()));
        entries.put("reasons", texts(trial.origin().reasons()));
        trial.repeats().ifPresent(first -> entries.put("repeat_of", Form.of(first)));
        trial.checkpoint().ifPresent(checkpoint -> entries.put("checkpoint", Form.of(checkpoint.fidelity())));
        if (trial.state() instanceof TrialState.Running running) {
            entries.put("worker", Form.of(running.worker()));
            entries.put("target", Form.of(running.target()));
        }
        if (trial.state() instanceof TrialState.Paused paused) {
            entries.put("why", Form.of(paused.reason()));
        }
        trial.outcome().ifPresent(outcome -> why(outcome, entries));
        entries.put("values", values(study, trial));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        entries.put("curve", curve(trial));
        return Form.of(entries);
    }

    private static void why(Outcome outcome, Map<String, Form> entries) {
        if (outcome instanceof Outcome.Failed failed) {
            entries.put("why", Form.of(failed.message()));
        } else if (outcome instanceof Outcome.StoppedEarly stopped) {
            entries.put("why", Form.of(stopped.reason()));
        } else if (outcome instanceof Outcome.OverLimit over) {
            entries.put("why", Form.of("its " + over.constraint() + " is " + over.value() + ", over the limit"));
        }
    }

    private static Form values(Study study, Trial trial) {
        var values = new LinkedHashMap<String, Form>();
        study.spec().objectives().forEach(objective -> trial.value(objective.name())
                .ifPresent(value -> values.put(objective.name(), Form.of(value))));
        study.spec().constraints().forEach(limit -> trial.value(limit.name())
                .ifPresent(value -> values.put(limit.name(), Form.of(value))));
        return Form.of(values);
    }

    private static Form curve(Trial trial) {
        var curve = trial.curve();
        var columns = new LinkedHashMap<String, Form>();
        var fidelities = new ArrayList<Form>();
        for (int i = 0; i < curve.size(); i++) {
            fidelities.add(Form.of(curve.fidelity(i)));
        }
        columns.put("fidelity", Form.of(fidelities));
        for (var name : curve.names()) {
            var values = new ArrayList<Form>();
            for (double value : curve.values(name)) {
                values.add(Form.of(value));
            }
            columns.put(name, Form.of(values));
        }
        return Form.of(columns);
    }

    static Form texts(List<String> texts) {
        return Form.of(texts.stream().map(Form::of).toList());
    }
}
