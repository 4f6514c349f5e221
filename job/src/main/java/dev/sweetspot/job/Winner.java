package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Standing;
import java.util.List;
import java.util.Optional;

/** Chooses the winner among all trials that have a value and keep the limits, those that the deadline cut short included. */
public final class Winner {
    private Winner() {}

    /**
     * With several objectives, as the problem's preference says; of a front its compromise. Empty where nothing can be
     * chosen yet.
     */
    public static Optional<Choice> among(Problem problem, History history) {
        var choice = Choice.ofAll(problem, history);
        return problem.objectives().size() > 1 ? choice : choice.map(found -> Surest.of(found, problem));
    }

    /**
     * The same where something has to be chosen.
     *
     * @param limited whether a clock ended the search, so that more time would help
     */
    static Choice of(Problem problem, History history, boolean limited) {
        return among(problem, history).orElseThrow(() -> nothing(history, limited));
    }

    private static RuntimeException nothing(History history, boolean limited) {
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
        if (!reasons.isEmpty()) {
            return new IllegalStateException("all " + history.size() + " trials failed: " + String.join("; ", reasons));
        }
        var stopped = history.order()
                .filter(order ->
                        order.standing() == Standing.STOPPED && !order.reason().equals(TuneJob.TIME_IS_OVER));
        if (stopped.isPresent()) {
            return new IllegalStateException("no trial has come to a value: the study was stopped before ("
                    + stopped.get().reason() + "). Maybe resume it?");
        }
        return limited
                ? new InvalidInputException(
                        "time", "too short", "must be enough for a first look at the data", "more --minutes?")
                : new IllegalStateException(
                        "none of " + history.size()
                                + " trials has come to a value, so there is nothing to choose. Maybe more trials, or longer ones?");
    }
}
