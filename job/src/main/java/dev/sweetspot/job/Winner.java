package dev.sweetspot.job;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.Comparator;
import java.util.List;

/** Chooses the winner among all trials that have a value and keep the limits, those that the deadline cut short included. */
final class Winner {
    private Winner() {}

    /** With several objectives, as the problem's preference says; of a front its compromise. */
    static Trial of(History history, Problem problem) {
        return problem.objectives().size() == 1
                ? of(history, problem.objectives().get(0))
                : history.best(problem, history.trials()).orElseThrow(() -> nothing(history));
    }

    private static Trial of(History history, Objective objective) {
        return history.trials().stream()
                .filter(trial -> !Double.isNaN(best(trial, objective)))
                .min(Comparator.<Trial>comparingDouble(trial -> objective.loss(best(trial, objective)))
                        // Small validation parts give many ties; the surer one is the better bet.
                        .thenComparingDouble(trial -> trial.value("log_loss").orElse(Double.MAX_VALUE))
                        .thenComparingInt(Trial::number))
                .orElseThrow(() -> nothing(history));
    }

    /** The best value of a curve, or that of a trial without one. */
    static double best(Trial trial, Objective objective) {
        var outcome = trial.outcome().orElse(null);
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.OverLimit) {
            return Double.NaN;
        }
        double best = trial.value(objective.name()).orElse(Double.NaN);
        for (double value : trial.curve().values(objective.name())) {
            best = objective.better(value, best) ? value : best;
        }
        return best;
    }

    private static RuntimeException nothing(History history) {
        var limits = history.trials().stream()
                .flatMap(trial -> trial.outcome().stream())
                .filter(Outcome.OverLimit.class::isInstance)
                .map(outcome -> ((Outcome.OverLimit) outcome).constraint())
                .distinct()
                .toList();
        if (!limits.isEmpty()) {
            return new InvalidInputException(
                    "limit", String.join(", ", limits), "no trial kept it", "a less strict one, or smaller networks?");
        }
        List<String> reasons = history.trials().stream()
                .flatMap(trial -> trial.outcome().stream())
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).message())
                .distinct()
                .limit(3)
                .toList();
        return reasons.isEmpty()
                ? new InvalidInputException(
                        "time", "too short", "must be enough for a first look at the data", "more --minutes?")
                : new IllegalStateException("all " + history.size() + " trials failed: " + String.join("; ", reasons));
    }
}
