package dev.sweetspot.trial;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which trials of a history are preferred. */
final class Preferred {
    /** So many completed trials are a measure by themselves; before, all that have values are looked at. */
    private static final int ENOUGH = 5;

    private Preferred() {}

    static Optional<Trial> best(Problem problem, History history, List<Trial> among) {
        var candidates = candidates(problem, among);
        var scoring =
                problem.preference().oneOrder() ? scoring(problem, history) : nearest(problem.objectives(), candidates);
        Trial best = null;
        double least = Double.NaN;
        for (var trial : candidates) {
            double score = scoring.score(losses(problem, trial));
            if (best == null || score < least || (score == least && trial.number() < best.number())) {
                best = trial;
                least = score;
            }
        }
        return Optional.ofNullable(best);
    }

    static List<Trial> front(Problem problem, List<Trial> among) {
        var candidates = candidates(problem, among);
        var losses = candidates.stream().map(trial -> losses(problem, trial)).toList();
        return NonDominated.members(losses).stream().map(candidates::get).toList();
    }

    /** In the measure of the trials that completed; before there are some, of all that have values. */
    static Scoring scoring(Problem problem, History history) {
        var completed = kept(problem, finite(problem, history.completed().toList()));
        var measure = completed.size() >= ENOUGH ? completed : kept(problem, finite(problem, history.trials()));
        return Scoring.of(
                problem.preference(),
                problem.objectives(),
                measure.stream().map(trial -> losses(problem, trial)).toList());
    }

    private static Scoring nearest(List<Objective> objectives, List<Trial> candidates) {
        var weights = new LinkedHashMap<String, Double>();
        objectives.forEach(objective -> weights.put(objective.name(), 1.0));
        return Scoring.of(
                new Preference.Tchebycheff(weights),
                objectives,
                candidates.stream()
                        .map(trial -> Scoring.losses(objectives, values(objectives, trial)))
                        .toList());
    }

    /** Those with finite values that may be compared and kept all limits, and lie in the region if any does. */
    private static List<Trial> candidates(Problem problem, List<Trial> among) {
        var kept = finite(problem, among).stream()
                .filter(trial -> keeps(problem.constraints(), trial) && !overLimit(trial))
                .toList();
        var finite = FoldValues.comparable(problem.fidelity(), kept);
        if (problem.preference() instanceof Preference.Region region) {
            var limits = PreferenceView.limits(region, problem.objectives());
            var inside = finite.stream().filter(trial -> keeps(limits, trial)).toList();
            return inside.isEmpty() ? finite : inside;
        }
        return finite;
    }

    private static boolean overLimit(Trial trial) {
        return trial.outcome().filter(Outcome.OverLimit.class::isInstance).isPresent();
    }

    private static List<Trial> finite(Problem problem, List<Trial> trials) {
        return trials.stream()
                .filter(trial -> Arrays.stream(losses(problem, trial)).allMatch(Double::isFinite))
                .toList();
    }

    /** Those that kept all limits, unless none did. */
    private static List<Trial> kept(Problem problem, List<Trial> trials) {
        var kept = trials.stream()
                .filter(trial -> keeps(problem.constraints(), trial))
                .toList();
        return kept.isEmpty() ? trials : kept;
    }

    private static boolean keeps(List<Constraint> constraints, Trial trial) {
        return constraints.stream().allMatch(constraint -> {
            var value = trial.value(constraint.name());
            return value.isEmpty() || constraint.keeps(value.getAsDouble());
        });
    }

    private static double[] losses(Problem problem, Trial trial) {
        return Scoring.losses(problem.objectives(), values(problem.objectives(), trial));
    }

    private static Measurements values(List<Objective> objectives, Trial trial) {
        var values = new LinkedHashMap<String, Double>();
        for (var objective : objectives) {
            trial.value(objective.name()).ifPresent(value -> values.put(objective.name(), value));
        }
        return new Measurements(Collections.unmodifiableMap(values));
    }
}
