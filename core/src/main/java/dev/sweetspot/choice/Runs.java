package dev.sweetspot.choice;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.FoldValues;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of one configuration, where they have a value and kept the limits.
 *
 * @param whole those that came to the end of a trial, in the order of their numbers
 * @param parts those that came less far
 * @param open how many repeats of it run or were put aside, of which no value is known yet
 */
public record Runs(List<Trial> whole, List<Trial> parts, int open) {
    private static final double TINY = 1e-9;
    private static final int BY_CHANCE = 3;

    /** Keeps copies. */
    public Runs {
        whole = List.copyOf(whole);
        parts = List.copyOf(parts);
    }

    /** Those that count: the whole ones, or the one that came furthest where none is whole. */
    public List<Trial> counting() {
        return !whole.isEmpty()
                ? whole
                : parts.stream()
                        .reduce((one, other) ->
                                other.curve().reached() > one.curve().reached() ? other : one)
                        .map(List::of)
                        .orElseThrow();
    }

    /** Of a history, in the order in which the configurations were first tried; those without a value are left out. */
    public static List<Runs> of(Problem problem, History history) {
        var byConfiguration = new LinkedHashMap<Object, List<Trial>>();
        for (var trial : history.trials()) {
            byConfiguration
                    .computeIfAbsent(key(trial), unused -> new ArrayList<>())
                    .add(trial);
        }
        var all = new ArrayList<Runs>();
        for (var trials : byConfiguration.values()) {
            // Whatever a configuration once broke, it may break again.
            boolean refused =
                    trials.stream().anyMatch(trial -> trial.outcome().orElse(null) instanceof Outcome.OverLimit);
            var valued = trials.stream()
                    .filter(trial -> Double.isFinite(value(trial, problem)))
                    .toList();
            if (!refused && !valued.isEmpty()) {
                var whole =
                        valued.stream().filter(trial -> whole(trial, problem)).toList();
                var parts =
                        valued.stream().filter(trial -> !whole(trial, problem)).toList();
                all.add(new Runs(whole, parts, open(trials, problem)));
            }
        }
        return comparable(problem, all);
    }

    /** Of a study by folds those that came furthest: a mean over a few easy folds is no rival of one over all. */
    private static List<Runs> comparable(Problem problem, List<Runs> all) {
        if (!problem.fidelity().ofFolds()) {
            return all;
        }
        var trials = all.stream()
                .flatMap(runs -> Stream.concat(runs.whole().stream(), runs.parts().stream()))
                .toList();
        var furthest = FoldValues.comparable(problem.fidelity(), trials).stream()
                .map(Trial::number)
                .collect(Collectors.toSet());
        return all.stream()
                .map(runs -> new Runs(
                        runs.whole().stream()
                                .filter(trial -> furthest.contains(trial.number()))
                                .toList(),
                        runs.parts().stream()
                                .filter(trial -> furthest.contains(trial.number()))
                                .toList(),
                        runs.open()))
                .filter(runs -> !runs.whole().isEmpty() || !runs.parts().isEmpty())
                .toList();
    }

    private static int open(List<Trial> trials, Problem problem) {
        return (int) trials.stream()
                .filter(trial -> trial.repeats().isPresent() && trial.outcome().isEmpty() && !whole(trial, problem))
                .count();
    }

    /** What began from a checkpoint of another is a training of its own kind. */
    private static Object key(Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint ? trial.number() : trial.configuration();
    }

    private static boolean whole(Trial trial, Problem problem) {
        return trial.completed()
                || trial.curve().reached() >= problem.fidelity().most() * (1 - TINY);
    }

    /**
     * The value of a trial in the first objective: of a completed one what it gave, of another the best of its curve, or its
     * mean so far where trials are made of folds. NaN without one, and for a trial that failed or broke a limit.
     */
    public static double value(Trial trial, Problem problem) {
        var objective = problem.objectives().get(0);
        var outcome = trial.outcome().orElse(null);
        if (outcome instanceof Outcome.Failed || outcome instanceof Outcome.OverLimit) {
            return Double.NaN;
        }
        double best = trial.value(objective.name()).orElse(Double.NaN);
        boolean last =
                outcome instanceof Outcome.Completed || problem.fidelity().ofFolds();
        for (double value : last ? new double[0] : trial.curve().values(objective.name())) {
            best = Double.isNaN(best) || objective.better(value, best) ? value : best;
        }
        return best;
    }

    /** What repeats of all configurations say of luck in the first objective. */
    public static Choice.Luck luck(List<Runs> all, Problem problem) {
        int equal = 0;
        int different = 0;
        for (var runs : all) {
            for (int i = 1; i < runs.whole().size(); i++) {
                var one = runs.whole().get(0);
                var other = runs.whole().get(i);
                if (value(one, problem) != value(other, problem)) {
                    return Choice.Luck.SOME;
                }
                boolean same = results(one).equals(results(other));
                equal += same ? 1 : 0;
                different += same ? 0 : 1;
            }
        }
        // Small validation parts give equal values by chance, but not often in a row.
        if (equal == 0 && different > 0 && different < BY_CHANCE) {
            return Choice.Luck.SOME;
        }
        return equal + different > 0 ? Choice.Luck.NONE : Choice.Luck.UNKNOWN;
    }

    /** All that a trial measured. */
    private static Map<String, Double> results(Trial trial) {
        return trial.outcome()
                .flatMap(outcome -> outcome instanceof Outcome.Completed completed
                        ? Optional.of(completed.values())
                        : Optional.empty())
                .or(() -> trial.curve().size() > 0
                        ? Optional.of(trial.curve().at(trial.curve().size() - 1))
                        : Optional.empty())
                .map(Measurements::values)
                .orElse(Map.of());
    }

    /** What was tried. */
    public Configuration configuration() {
        return counting().get(0).configuration();
    }
}
