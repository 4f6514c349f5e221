package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Stops a trial over folds, or other parts that all trials share, as soon as it is clearly worse than the best trial on the
 * same parts: a one-sided signed-rank test of the differences, as Optuna's WilcoxonPruner does it. Each report must hold
 * the value of its own part, not of all so far.
 *
 * <p>With several objectives a trial stops when one that ran to its end is clearly better in each of them.
 *
 * @param probability how likely differences like these may be by chance for the trial to stop, above 0 and below 1
 * @param parts how many parts must have been compared, at least 1
 */
public record Wilcoxon(double probability, int parts) implements Scheduler {
    /** One in ten, and four parts: with fewer, chance alone would have to give more than one in ten. */
    public Wilcoxon() {
        this(0.1, 4);
    }

    /** Checks the ranges. */
    public Wilcoxon {
        if (!(probability > 0 && probability < 1)) {
            throw new InvalidInputException("probability", probability, "must be between 0 and 1", "0.1?");
        }
        Checks.atLeastOne("parts", parts);
    }

    @Override
    public String name() {
        return "wilcoxon";
    }

    @Override
    public String help() {
        return "Stops a trial that is clearly worse than the best one on the same folds.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElseGet(() -> compared(situation, trial));
    }

    private Verdict compared(Situation situation, int trial) {
        var mine = situation.history().trial(trial).curve();
        for (var rival : rivals(situation)) {
            double chance = 0;
            int common = Integer.MAX_VALUE;
            for (var objective : situation.objectives()) {
                var differences = differences(mine, rival.curve(), objective);
                double sum = 0;
                for (double difference : differences) {
                    sum += difference;
                }
                // Better on average is never worse, whatever the ranks say.
                chance = Math.max(chance, sum <= 0 ? 1 : SignedRanks.probability(differences));
                common = Math.min(common, differences.length);
            }
            if (common >= parts && chance < probability) {
                return new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "worse than trial %d on %d %s: by chance that would happen with probability %.2g",
                        rival.number(),
                        common,
                        situation.fidelity().unit(),
                        chance));
            }
        }
        return Verdict.CONTINUE;
    }

    private static List<Trial> rivals(Situation situation) {
        var completed = situation.history().completed().filter(trial -> Standing.of(
                        trial, situation, situation.fidelity().most())
                .sound());
        if (situation.objectives().size() > 1) {
            return completed.sorted(Comparator.comparingInt(Trial::number)).toList();
        }
        var objective = situation.objectives().get(0);
        return completed
                .filter(trial -> trial.value(objective.name()).isPresent())
                .min(Comparator.<Trial>comparingDouble(trial ->
                                objective.loss(trial.value(objective.name()).getAsDouble()))
                        .thenComparingInt(Trial::number))
                .stream()
                .toList();
    }

    /** By how much the first is worse than the second on the parts that both have reported. */
    private static double[] differences(Curve mine, Curve rival, Objective objective) {
        return IntStream.range(0, mine.size())
                .mapToDouble(i -> {
                    int same = Standing.lastUntil(rival, mine.fidelity(i));
                    boolean there = same >= 0 && Math.abs(rival.fidelity(same) - mine.fidelity(i)) < 1e-9;
                    return there
                            ? objective.loss(mine.value(objective.name(), i))
                                    - objective.loss(rival.value(objective.name(), same))
                            : Double.NaN;
                })
                .filter(Double::isFinite)
                .toArray();
    }
}
