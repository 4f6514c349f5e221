package dev.sweetspot.surrogate.choice;

import dev.sweetspot.choice.Choice.Luck;
import dev.sweetspot.choice.Repeats;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.scheduler.Scheduler.Next;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives the last part of the budget to repeats of those that could be the best, where results are partly luck and that
 * could change the choice: each time to the one whose repetition is expected to improve the choice most (the knowledge
 * gradient of Frazier, Powell and Dayanik 2008, with some runs looked ahead as in their section on the KG(*) policy).
 * Where the results look as if there were no luck, and where one repeat has shown that there is none, nothing is repeated.
 *
 * @param share of the budget, above 0 and at most 1
 */
public record AutoRepeats(double share) implements Repeats {
    private static final int FEWEST_WHOLE = 8;
    private static final int MOST_AHEAD = 4;
    /** The results must be so many times as probable with noise (its logarithm). */
    private static final double EVIDENCE = 3;
    /** A repeat that improves the choice by less than this, in deviations of a result, is worth less than a new trial. */
    private static final double LEAST_GAIN = 0.01;

    /** A tenth of the budget: more costs the search more than the choice gains. */
    public AutoRepeats() {
        this(0.1);
    }

    /** Checks the range. */
    public AutoRepeats {
        if (!(share > 0 && share <= 1)) {
            throw new InvalidInputException("share", share, "must be above 0 and at most 1", "0.1?");
        }
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public String help() {
        return "Repeats the best ones in the last part of the budget, where results are partly luck.";
    }

    @Override
    public Optional<Next.Repeat> next(Question question) {
        var left = question.means().budgetLeft();
        if (left.isEmpty()
                || left.getAsDouble() > share
                || question.objectives().size() != 1
                || question.history().completed().limit(FEWEST_WHOLE).count() < FEWEST_WHOLE) {
            return Optional.empty();
        }
        var estimates = Estimates.of(question, 1);
        return estimates.filter(known -> worthwhile(known, question)).flatMap(known -> best(known, question));
    }

    /** One repeat shows whether there is any luck; before it has ended nothing else is repeated. */
    private static boolean worthwhile(Estimates estimates, Question question) {
        if (estimates.luck() == Luck.SOME) {
            return true;
        }
        return estimates.luck() == Luck.UNKNOWN
                && question.history().repeats().allMatch(trial -> trial.outcome()
                        .isPresent())
                && question.history().repeats().count() < 2
                && estimates.neighbours().evidenceOfNoise() > EVIDENCE;
    }

    private static Optional<Next.Repeat> best(Estimates estimates, Question question) {
        double most = question.fidelity().most();
        var whole =
                estimates.all().stream().filter(each -> inTime(each, question)).toList();
        Optional<Estimate> best = Optional.empty();
        double gain = LEAST_GAIN * Math.sqrt(estimates.noise());
        for (int i = 0; i < whole.size(); i++) {
            double mine = gain(whole, i, estimates.noise());
            if (mine > gain) {
                gain = mine;
                best = Optional.of(whole.get(i));
            }
        }
        return best.map(found ->
                new Next.Repeat(found.runs().whole().get(0).number(), most, reason(found, estimates, question)));
    }

    /** By how much the expected loss of the choice falls for each of the next runs of one configuration. */
    private static double gain(List<Estimate> all, int place, double noise) {
        var mine = all.get(place);
        double variance = mine.variance(noise);
        double best = all.get(place == 0 ? Math.min(1, all.size() - 1) : 0).expected();
        double distance = Math.abs(mine.expected() - best);
        double most = 0;
        for (int runs = 1; runs <= MOST_AHEAD && all.size() > 1; runs++) {
            double deviation = Math.sqrt(variance * variance / (variance + noise / runs));
            if (deviation > 0) {
                double z = -distance / deviation;
                most = Math.max(most, deviation * (z * Normal.probability(z) + Normal.density(z)) / runs);
            }
        }
        return most;
    }

    /** What its runs took is what another takes. */
    private static boolean inTime(Estimate estimate, Question question) {
        double seconds = estimate.runs().whole().get(0).seconds();
        return question.means().secondsLeft().orElse(Double.POSITIVE_INFINITY) >= seconds;
    }

    private static String reason(Estimate found, Estimates estimates, Question question) {
        var objective = question.objectives().get(0);
        int runs = found.runs().whole().size();
        double value = objective.loss(estimates.scale().loss(found.mean()));
        double deviation = estimates.scale().width() * Math.sqrt(estimates.noise());
        return String.format(
                Locale.ROOT,
                "it could be the best (%s %.4g), and %s by about %.2g under another seed.",
                runs == 1 ? "once" : "mean of " + runs + ":",
                value,
                estimates.luck() == Luck.SOME ? "results differ" : "results seem to differ",
                deviation);
    }
}
