package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.List;

/**
 * What a job hands over.
 *
 * @param choice among the configurations that were tried
 * @param winner that configuration, trained again and measured
 * @param standard the default configuration, treated in the same way
 */
public record TuneResult(History history, Choice choice, Measured winner, Standard standard) implements AutoCloseable {
    /** The trial whose configuration won the search: the first one, where it was repeated. */
    public Trial best() {
        return choice.chosen().trial();
    }

    /** The validation value of the winning configuration: the mean of its trials. */
    public double bestValue() {
        return choice.chosen().mean();
    }

    /**
     * The trials that no other beats in every objective, by the first objective, the best first; those that the deadline
     * cut short included.
     */
    public List<Trial> front(Problem problem) {
        return history.front(problem, history.trials());
    }

    /** One plain sentence about what the search for one objective was good for. */
    public String verdict() {
        return verdict(false);
    }

    /**
     * One plain sentence about what the search was good for. With several objectives the comparison is still by balanced
     * accuracy, and says so.
     */
    public String verdict(Problem problem) {
        boolean severalObjectives = problem.objectives().size() > 1;
        var verdict = verdict(severalObjectives);
        return severalObjectives && standard instanceof Standard.Beside
                ? "By balanced accuracy alone: " + verdict
                : verdict;
    }

    private String verdict(boolean severalObjectives) {
        if (standard instanceof Standard.Won) {
            return severalObjectives
                    ? "The default configuration is itself the one that is preferred."
                    : "The default configuration was the best that was tried: tuning did not beat it.";
        }
        if (standard instanceof Standard.Missing missing) {
            return "There is no default configuration to compare with: " + missing.reason() + ".";
        }
        double own = winner.test().balancedAccuracy();
        double other = ((Standard.Beside) standard).model().test().balancedAccuracy();
        var interval = winner.test().balancedInterval();
        if (own <= other) {
            return "On the test part the winner is not better than the default configuration: tuning did not beat it.";
        }
        return other >= interval.low()
                ? "The winner is ahead of the default configuration, but by less than the test part can tell for sure."
                : "The winner is better than the default configuration.";
    }

    @Override
    public void close() {
        winner.model().close();
        standard.measured().ifPresent(measured -> measured.model().close());
    }
}
