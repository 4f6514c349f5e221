package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.Contender;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the winner among all trials that have a value and keep the limits, those that the deadline cut short included. */
public final class Winner {
    private Winner() {}

    /**
     * With several objectives, as the problem's preference says; of a front its compromise. Empty where nothing can be
     * chosen yet.
     */
    public static Optional<Choice> among(Problem problem, History history) {
        var choice = Choice.ofAll(problem, history);
        return problem.objectives().size() > 1 ? choice : choice.map(found -> surest(found, problem));
    }

    static Choice of(Problem problem, History history) {
        return among(problem, history).orElseThrow(() -> nothing(history));
    }

    private static Choice surest(Choice choice, Problem problem) {
        var best = choice.chosen();
        // Small validation parts give many ties; the surer one is the better bet.
        var first = choice.contenders().stream()
                .filter(other -> other.estimate() == best.estimate())
                .min(Comparator.<Contender>comparingDouble(
                                other -> other.trial().value("log_loss").orElse(Double.MAX_VALUE))
                        .thenComparingInt(other -> other.trial().number()))
                .orElseThrow();
        var order = Stream.concat(Stream.of(first), choice.contenders().stream().filter(other -> !other.equals(first)))
                .toList();
        return Choice.among(order, choice.luck(), problem);
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
