package dev.sweetspot.surrogate.choice;

import dev.sweetspot.choice.Repeats;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.scheduler.Scheduler.Next;
import java.util.Optional;

/**
 * Gives the last part of the budget to the best few, so many runs each, whatever the results look like.
 *
 * @param best how many configurations, at least 1
 * @param runs how many runs each is to have in all, at least 2
 * @param share of the budget, above 0 and at most 1
 */
public record BestRepeats(int best, int runs, double share) implements Repeats {
    /** The best five have three runs each, in the last quarter. */
    public BestRepeats() {
        this(5, 3, 0.25);
    }

    /** Checks the ranges. */
    public BestRepeats {
        if (best < 1) {
            throw new InvalidInputException("best", best, "must be at least 1", "5?");
        }
        if (runs < 2) {
            throw new InvalidInputException("runs", runs, "must be at least 2: the first run is one of them", "3?");
        }
        if (!(share > 0 && share <= 1)) {
            throw new InvalidInputException("share", share, "must be above 0 and at most 1", "0.25?");
        }
    }

    @Override
    public String name() {
        return "best";
    }

    @Override
    public String help() {
        return "Repeats the best few in the last part of the budget, so many runs each.";
    }

    @Override
    public Optional<Next.Repeat> next(Question question) {
        var left = question.means().budgetLeft();
        if (left.isEmpty()
                || left.getAsDouble() > share
                || question.objectives().size() != 1) {
            return Optional.empty();
        }
        return Estimates.of(question, 1).stream()
                .flatMap(estimates -> estimates.all().stream())
                .limit(best)
                .filter(each -> each.runs().whole().size() + each.runs().open() < runs)
                .filter(each -> question.means().secondsLeft().orElse(Double.POSITIVE_INFINITY)
                        >= each.runs().whole().get(0).seconds())
                .findFirst()
                .map(each -> new Next.Repeat(
                        each.runs().whole().get(0).number(),
                        question.fidelity().most(),
                        "it is one of the best " + best + ", which have " + runs + " runs each."));
    }
}
