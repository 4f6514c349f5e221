package dev.sweetspot.surrogate.choice;

import dev.sweetspot.choice.BestMean;
import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.Chooser;
import dev.sweetspot.choice.Contender;
import dev.sweetspot.choice.Runs;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Chooses the configuration that is expected to be the best: what its runs gave, drawn towards what its neighbours make
 * one expect, the more the fewer runs it had and the more results differ under another seed. Where repeats gave the same
 * results, or nothing was repeated, that is the best result.
 *
 * @param trust how much of what the model takes for noise is believed to be luck before anything was repeated, from 0 to 1:
 *     a rough function looks like noise
 */
public record ModelChooser(double trust) implements Chooser {
    private static final double DEVIATIONS = 1.96;

    /** Nothing is believed to be luck until a repeat shows it. */
    public ModelChooser() {
        this(0);
    }

    /** Checks the range. */
    public ModelChooser {
        if (!(trust >= 0 && trust <= 1)) {
            throw new InvalidInputException("trust", trust, "must be from 0 to 1", "0?");
        }
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String help() {
        return "The best expected value: single results count less, the more repeats differ.";
    }

    @Override
    public Optional<Choice> choose(Problem problem, History history, List<Runs> all) {
        boolean certain = trust == 0 && Runs.luck(all, problem) != Choice.Luck.SOME;
        if (certain && all.stream().noneMatch(runs -> runs.whole().isEmpty())) {
            return new BestMean().choose(problem, history, all);
        }
        return Estimates.of(problem, history, all, trust)
                .map(estimates -> Choice.among(
                        estimates.all().stream()
                                .map(each -> contender(each, estimates, problem))
                                .toList(),
                        estimates.luck(),
                        problem));
    }

    private static Contender contender(Estimate estimate, Estimates all, Problem problem) {
        var objective = problem.objectives().get(0);
        double expected = all.scale().loss(estimate.expected());
        double worse = all.scale().loss(estimate.expected() + DEVIATIONS * Math.sqrt(estimate.variance()));
        var runs = estimate.runs().counting();
        double mean = runs.stream()
                .mapToDouble(trial -> Runs.value(trial, problem))
                .average()
                .orElseThrow();
        boolean certain = estimate.variance() == 0;
        return new Contender(
                runs,
                mean,
                certain ? mean : objective.loss(expected),
                all.luck() == Choice.Luck.UNKNOWN && certain
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(worse - expected));
    }
}
