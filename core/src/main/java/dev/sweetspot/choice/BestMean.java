package dev.sweetspot.choice;

import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chooses the configuration with the best mean of its runs; once repeats have shown that results are partly luck, only
 * among those that were repeated, because the best of many single values is the luckiest one.
 */
public record BestMean() implements Chooser {
    /** Of the normal distribution: 95 of 100 lie within so many deviations. */
    private static final double DEVIATIONS = 1.96;

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public String help() {
        return "The best mean of its runs; among those that were repeated, once repeats differ.";
    }

    @Override
    public Optional<Choice> choose(Problem problem, History history, List<Runs> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var objective = problem.objectives().get(0);
        var luck = Runs.luck(all, problem);
        double variance = variance(all, problem);
        var contenders = new ArrayList<Contender>();
        for (var runs : all) {
            double mean = mean(runs, problem);
            var margin = luck == Choice.Luck.SOME
                    ? OptionalDouble.of(
                            DEVIATIONS * Math.sqrt(variance / runs.counting().size()))
                    : OptionalDouble.empty();
            contenders.add(new Contender(runs.counting(), mean, mean, margin));
        }
        contenders.sort(Comparator.<Contender>comparingInt(
                        each -> luck == Choice.Luck.SOME && each.runs().size() == 1 ? 1 : 0)
                .thenComparingDouble(each -> objective.loss(each.mean()))
                .thenComparingInt(each -> each.trial().number()));
        return Optional.of(Choice.among(contenders, luck, problem));
    }

    private static double mean(Runs runs, Problem problem) {
        return runs.counting().stream()
                .mapToDouble(trial -> Runs.value(trial, problem))
                .average()
                .orElseThrow();
    }

    /** Of the results of one configuration, from all that were repeated. */
    private static double variance(List<Runs> all, Problem problem) {
        double squares = 0;
        int freedom = 0;
        for (var runs : all) {
            double mean = mean(runs, problem);
            for (var trial : runs.whole()) {
                double difference = Runs.value(trial, problem) - mean;
                squares += difference * difference;
            }
            freedom += Math.max(0, runs.whole().size() - 1);
        }
        return freedom == 0 ? 0 : squares / freedom;
    }
}
