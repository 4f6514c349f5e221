package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.study.StableRandom;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Population-based training (Jaderberg et al. 2017, "Population based training of neural networks"): trials are trained
 * side by side; after each generation the worst give way to copies of the best, which go on from their checkpoints with
 * values a little aside. So what comes out is a schedule of values, not one value.
 *
 * <p>Only what can change while a network is trained may change: real numbers (learning rate, weight decay, dropout)
 * unless others are named. Needs a workload that writes checkpoints.
 *
 * @param population how many trials are trained side by side, at least 2
 * @param generations how many times a whole trial is cut, at least 2
 * @param replaced the share of the population that gives way, above 0 and at most 0.5
 * @param changed the names of the parameters that may change, with commas; empty for all real numbers
 */
public record PopulationBased(int population, int generations, double replaced, String changed) implements Scheduler {
    /** Ten trials, ten generations, two of ten give way, as the paper's truncation selection. */
    public PopulationBased() {
        this(10, 10, 0.2, "");
    }

    /** Checks the ranges. */
    public PopulationBased {
        if (population < 2 || generations < 2) {
            throw new InvalidInputException(
                    "population, generations", population + ", " + generations, "must be at least 2", "10, 10?");
        }
        if (!(replaced > 0 && replaced <= 0.5)) {
            throw new InvalidInputException("replaced", replaced, "must be above 0 and at most 0.5", "0.2?");
        }
    }

    @Override
    public String name() {
        return "pbt";
    }

    @Override
    public String help() {
        return "Trains a population; the worst go on from the best's checkpoints with values a little aside.";
    }

    @Override
    public Next next(Situation situation) {
        var last = Closing.lastCall(situation);
        if (last.isPresent()) {
            return last.get();
        }
        var fresh = situation.history().trials().stream()
                .filter(trial -> trial.start() instanceof Start.Fresh)
                .toList();
        var copies = situation.history().trials().stream()
                .filter(trial -> trial.start() instanceof Start.FromCheckpoint)
                .collect(Collectors.groupingBy(trial -> ((Start.FromCheckpoint) trial.start()).trial()));
        int giveWay = Math.max(1, (int) Math.floor(population * replaced));
        // A population begins when the one before has come to its end: only the latest can have anything to do.
        int latest = Math.max(0, fresh.size() - 1) / population * population;
        for (int first = latest; first <= fresh.size(); first += population) {
            var founders = fresh.subList(first, Math.min(fresh.size(), first + population));
            var next = new Population(founders, copies, population, giveWay, levels(situation))
                    .next(situation, (parent, target) -> copy(situation, parent, target));
            if (next.isPresent()) {
                return next.get();
            }
        }
        return Closing.nothingToPromote(situation);
    }

    private List<Double> levels(Situation situation) {
        double least = situation.fidelity().least();
        double most = situation.fidelity().most();
        boolean whole = least == Math.rint(least) && most == Math.rint(most);
        return IntStream.rangeClosed(1, generations)
                .mapToDouble(generation -> most * generation / generations)
                .map(level -> whole ? Math.rint(level) : level)
                .filter(level -> level >= least)
                .distinct()
                .boxed()
                .toList();
    }

    private Next copy(Situation situation, Trial parent, double target) {
        // A function of who copies whom, so that every worker would draw the same.
        long seed = parent.origin().seed() * 31 + situation.history().size();
        var configuration =
                Exploration.of(parent.configuration(), situation.problem().space(), names(), new StableRandom(seed));
        return new Next.Fork(
                parent.number(),
                parent.curve().reached(),
                configuration,
                target,
                "It goes on from trial " + parent.number() + ", one of the best after "
                        + parent.curve().reached() + " " + situation.fidelity().unit()
                        + ", with values a little aside.");
    }

    private Set<String> names() {
        return Arrays.stream(changed.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
    }
}
