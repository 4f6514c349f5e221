package dev.sweetspot.server.asktell;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.form.Position;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialForms;
import dev.sweetspot.trial.TrialState;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** Adds which trial it repeats, if it does: {@code repeat_of}. */
    static void repeats(Trial trial, Map<String, Form> entries) {
        trial.repeats().ifPresent(first -> entries.put("repeat_of", Form.of(first)));
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
        repeats(trial, entries);
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

    /**
     * The trial that is chosen of those that ran to their end, null before there is one, where the objectives have one order;
     * with one objective also why. Else the front, in the order of the numbers.
     */
    static MapForm best(History history, Problem problem) {
        if (problem.objectives().size() == 1) {
            Form best = Choice.of(problem, history)
                    .<Form>map(TrialAnswers::chosen)
                    .orElseGet(() -> new Form.NullForm(Position.NONE));
            return Form.of(Map.of("best", best));
        }
        if (problem.preference().oneOrder()) {
            Form best = history.best(problem)
                    .<Form>map(TrialAnswers::toForm)
                    .orElseGet(() -> new Form.NullForm(Position.NONE));
            return Form.of(Map.of("best", best));
        }
        return Form.of(Map.of(
                "front",
                Form.of(history.front(problem).stream()
                        .sorted(Comparator.comparingInt(Trial::number))
                        .map(TrialAnswers::toForm)
                        .toList())));
    }

    private static MapForm chosen(Choice choice) {
        var chosen = choice.chosen();
        var entries = new LinkedHashMap<>(toForm(chosen.trial()).entries());
        entries.put(
                "runs",
                Form.of(chosen.runs().stream()
                        .map(trial -> Form.of(trial.number()))
                        .toList()));
        entries.put("mean", Form.of(chosen.mean()));
        entries.put("expected", Form.of(chosen.estimate()));
        chosen.margin().ifPresent(margin -> entries.put("margin", Form.of(margin)));
        entries.put("why", Form.of(choice.reason()));
        return Form.of(entries);
    }
}
