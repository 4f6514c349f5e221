package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.Fields;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.Optional;

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

    /** What the winner's last training lacks of its trial; empty where it is whole, or trials are made of folds. */
    public Optional<Shortfall> shortfall(Problem problem) {
        if (problem.fidelity().ofFolds()) {
            return Optional.empty();
        }
        return Fields.of(winner.model().record())
                .findNumber("epochs")
                .flatMap(trained -> Shortfall.of(
                        trained, best().curve(), problem.objectives().get(0)));
    }

    /** One plain sentence about what the search for one objective was good for. */
    public String verdict() {
        return verdict(false);
    }

    /**
     * One plain sentence about what the search was good for. With several objectives the comparison is still by the task's
     * own figure, balanced accuracy or the root mean squared error, and says so.
     */
    public String verdict(Problem problem) {
        boolean severalObjectives = problem.objectives().size() > 1;
        var verdict = verdict(severalObjectives);
        return severalObjectives && standard instanceof Standard.Beside
                ? "By " + winner.test().leading().inWords() + " alone: " + verdict
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
        var own = winner.test().leading();
        double other = ((Standard.Beside) standard).model().test().leading().value();
        if (!own.betterThan(other)) {
            return "On the test part the winner is not better than the default configuration: tuning did not beat it.";
        }
        return own.clearlyBetterThan(other)
                ? "The winner is better than the default configuration."
                : "The winner is ahead of the default configuration, but by less than the test part can tell for sure.";
    }

    @Override
    public void close() {
        winner.model().close();
        standard.measured().ifPresent(measured -> measured.model().close());
    }
}
