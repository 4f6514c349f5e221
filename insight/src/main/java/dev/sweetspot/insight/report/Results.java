package dev.sweetspot.insight.report;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of trials, in words and numbers. */
final class Results {
    private Results() {}

    /** "44 trials: 6 ran to their end, 38 were put aside". */
    static String counts(History history) {
        var parts = new ArrayList<String>();
        add(parts, history.completed().count(), "ran to the end");
        add(parts, count(history, Outcome.StoppedEarly.class), "stopped early");
        add(parts, history.paused().count(), "put aside");
        add(parts, count(history, Outcome.OverLimit.class), "broke a limit");
        add(parts, count(history, Outcome.Failed.class), "failed");
        add(parts, history.running().count(), "running or without a worker");
        return Figures.count(history.size(), "trial") + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static long count(History history, Class<? extends Outcome> kind) {
        return history.finished()
                .filter(trial -> trial.outcome().filter(kind::isInstance).isPresent())
                .count();
    }

    /** How much the study might use, in words. */
    static String budget(Studied studied) {
        var words = studied.spec().budget().inWords();
        return words.isBlank() ? "the time of its job" : words;
    }

    /** Seconds of work of all trials together. */
    static double seconds(History history) {
        return history.trials().stream().mapToDouble(Trial::seconds).sum();
    }

    /** "accuracy (more is better)", for each objective. */
    static String sought(Problem problem) {
        return problem.objectives().stream()
                .map(each -> each.name() + (each.better(1, 0) ? " (more is better)" : " (less is better)"))
                .collect(Collectors.joining(" and "));
    }

    /** "memory at most 1.5"; empty for none. */
    static String limits(Problem problem) {
        return problem.constraints().stream()
                .map(each -> each.name()
                        + (each.bound() == Constraint.Bound.AT_MOST ? " at most " : " at least ")
                        + Figures.of(each.limit()))
                .collect(Collectors.joining(", "));
    }

    /** Whether a front is sought, and no one best trial. */
    static boolean seeksFront(Studied studied) {
        return studied.spec().objectives().size() > 1
                && !studied.spec().preference().oneOrder();
    }

    /** What is measured of each trial: objectives, then what has limits. */
    static List<String> measured(Problem problem) {
        return Stream.concat(
                        problem.objectives().stream().map(Objective::name),
                        problem.constraints().stream().map(Constraint::name))
                .distinct()
                .toList();
    }

    /** The value of a trial, or "-". */
    static String value(Trial trial, String name) {
        var value = trial.value(name);
        return value.isPresent() ? Figures.of(value.getAsDouble()) : "-";
    }

    /** What became of a trial, in a word or two. */
    static String state(Trial trial) {
        return trial.outcome()
                .map(Outcome::word)
                .orElseGet(() -> trial.state() instanceof TrialState.Running ? "running" : "put aside");
    }
}
