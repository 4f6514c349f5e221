package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.form.Position;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialForms;
import dev.sweetspot.trial.TrialState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trials as version 2 answers them. */
final class TrialAnswers {
    private TrialAnswers() {}

    /** Adds where a trial stands: {@code state}, and {@code reason} where there is one. */
    static void state(Trial trial, Map<String, Form> entries) {
        entries.put("state", Form.of(word(trial)));
        if (trial.state() instanceof TrialState.Paused paused) {
            entries.put("reason", Form.of(paused.reason()));
        }
        trial.outcome().ifPresent(outcome -> reason(outcome, entries));
    }

    /** "running", "paused", "completed", "stopped", "failed", "over limit". */
    static String word(Trial trial) {
        return trial.outcome()
                .map(Outcome::word)
                .orElse(trial.state() instanceof TrialState.Paused ? "paused" : "running");
    }

    private static void reason(Outcome outcome, Map<String, Form> entries) {
        if (outcome instanceof Outcome.StoppedEarly stopped) {
            entries.put("reason", Form.of(stopped.reason()));
        } else if (outcome instanceof Outcome.Failed failed) {
            entries.put("reason", Form.of(failed.message()));
        } else if (outcome instanceof Outcome.OverLimit over) {
            entries.put("reason", Form.of(over.constraint() + " = " + Json.write(Form.of(over.value()))));
        }
    }

    /** A trial as a whole. */
    static MapForm toForm(Trial trial) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("id", Form.of(trial.number()));
        state(trial, entries);
        entries.put("params", SpaceForms.toForm(trial.configuration()));
        entries.put("values", TrialForms.toForm(values(trial)));
        if (trial.curve().size() > 0) {
            entries.put("at", Form.of(trial.curve().reached()));
        }
        entries.put("seconds", Form.of(trial.seconds()));
        return Form.of(entries);
    }

    private static Measurements values(Trial trial) {
        var outcome = trial.outcome().orElse(null);
        if (outcome instanceof Outcome.Completed completed) {
            return completed.values();
        }
        if (outcome instanceof Outcome.StoppedEarly stopped) {
            return stopped.values();
        }
        return outcome instanceof Outcome.OverLimit over ? over.values() : Measurements.NONE;
    }

    /** The best trial that ran to its end, null before there is one; with several objectives, the front. */
    static MapForm best(History history, StudySpec spec) {
        if (spec.objectives().size() == 1) {
            Form best = history.best(spec.objectives().get(0))
                    .<Form>map(TrialAnswers::toForm)
                    .orElseGet(() -> new Form.NullForm(Position.NONE));
            return Form.of(Map.of("best", best));
        }
        var completed = history.completed().toList();
        return Form.of(Map.of(
                "front",
                Form.of(completed.stream()
                        .filter(trial ->
                                completed.stream().noneMatch(other -> dominates(other, trial, spec.objectives())))
                        .map(TrialAnswers::toForm)
                        .toList())));
    }

    /** At least as good in every objective, and better in one. */
    private static boolean dominates(Trial one, Trial other, List<Objective> objectives) {
        boolean better = false;
        for (var objective : objectives) {
            double mine = objective.loss(one.value(objective.name()).orElse(Double.NaN));
            double theirs = objective.loss(other.value(objective.name()).orElse(Double.NaN));
            if (mine > theirs) {
                return false;
            }
            better |= mine < theirs;
        }
        return better;
    }
}
