package dev.sweetspot.insight.health;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** No trial keeps a limit. */
public final class NeverWithin implements HealthCheck {
    private static final int FEWEST = 10;

    /** For the service loader. */
    public NeverWithin() {}

    @Override
    public String name() {
        return "never-within";
    }

    @Override
    public String question() {
        return "Is there a limit that no trial keeps?";
    }

    @Override
    public List<Finding> look(Studied studied) {
        var findings = new ArrayList<Finding>();
        var trials = studied.history().finished().toList();
        for (var constraint : studied.spec().constraints()) {
            var values = trials.stream()
                    .map(trial -> value(trial, constraint))
                    .flatMapToDouble(OptionalDouble::stream)
                    .filter(Double::isFinite)
                    .toArray();
            var nearest = Arrays.stream(values).boxed().min(Comparator.comparingDouble(constraint::violation));
            // What is known before a trial runs is told only of those that are refused: one that ran kept the limit.
            boolean kept = trials.stream()
                    .anyMatch(trial ->
                            trial.completed() && value(trial, constraint).isEmpty());
            if (!kept && values.length >= FEWEST && nearest.isPresent() && !constraint.keeps(nearest.get())) {
                findings.add(new Finding(
                        name(),
                        Finding.Severity.PROBLEM,
                        String.format(
                                Locale.ROOT,
                                "None of %d trials kept %s: the nearest had %.4g.",
                                values.length,
                                constraint.inWords(),
                                nearest.get()),
                        "Loosen the limit, or widen the ranges that " + constraint.name() + " depends on.",
                        List.of()));
            }
        }
        return findings;
    }

    private static OptionalDouble value(Trial trial, Constraint constraint) {
        return trial.outcome().orElse(null) instanceof Outcome.OverLimit over
                        && over.constraint().equals(constraint.name())
                ? OptionalDouble.of(over.value())
                : trial.value(constraint.name());
    }
}
