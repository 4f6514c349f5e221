package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.Contender;
import dev.sweetspot.data.metric.StandardError;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Which of those that are as good as the best is chosen. Where configurations are compared on few items, the best of hundreds
 * is the one that fits these items best by chance; so all within the error of it count as equal, as in the rule of Breiman,
 * Friedman, Olshen and Stone (Classification and Regression Trees, 1984, section 3.4.3), which takes the simplest of them.
 * Here the default is taken, which nobody has fitted to these items, however sure others are of the right classes: labels that
 * are smoothed and units that are left out make a network less sure and not less right. Without the default it is the surest.
 *
 * <p>The error of a configuration's own figure is about twice that of a difference between two on the same items. Of N that are
 * equally good the best lies sqrt(2 ln N) of the latter above the truth: from N = 8 on more than the first, and then so much is
 * called equal. Where both went through the same folds, the error of their difference is known itself ({@link FoldDifference}),
 * and then the smaller of both counts: a small difference that every fold shows is no chance, however noisy the items are.
 */
final class Surest {
    private static final String LOG_LOSS = "log_loss";

    private final Choice choice;
    private final Problem problem;
    private final Objective objective;
    /** What may be chance, by the error of the best one's own figure. */
    private final double margin;
    /** In standard errors of a difference: two are usual, and the best of many has more luck than that. */
    private final double luck;

    private Surest(Choice choice, Problem problem, double error) {
        this.choice = choice;
        this.problem = problem;
        this.objective = problem.objectives().get(0);
        this.luck = Math.max(2, Math.sqrt(2 * Math.log(choice.contenders().size())));
        this.margin = error * luck / 2;
    }

    /**
     * The choice among the contenders of a choice.
     *
     * @param problem with one objective
     */
    static Choice of(Choice choice, Problem problem) {
        var name = StandardError.nameOf(problem.objectives().get(0).name());
        // A trial that was cut short has none of its own: that of the best one with an error is about the same.
        var error = choice.contenders().stream()
                .flatMap(each -> number(each, name).stream().boxed())
                .findFirst();
        return new Surest(choice, problem, error.orElse(0.0)).choice();
    }

    private Choice choice() {
        var best = choice.chosen();
        var near = choice.contenders().stream()
                .filter(other ->
                        objective.loss(other.estimate()) <= objective.loss(best.estimate()) + margin(other, best))
                .toList();
        var surest =
                near.stream().min(Comparator.comparingDouble(this::logLoss)).orElseThrow();
        var chosen = near.stream()
                .filter(each -> each.trial().number() == 0 && margin > 0)
                .findFirst()
                .orElse(surest);
        var order = Stream.concat(
                        Stream.of(chosen), choice.contenders().stream().filter(other -> !other.equals(chosen)))
                .toList();
        return reason(chosen, best, near)
                .map(sentence -> new Choice(order, choice.luck(), sentence))
                .orElseGet(() -> Choice.among(order, choice.luck(), problem));
    }

    /** What may be chance in the difference of two. */
    private double margin(Contender one, Contender other) {
        if (!problem.fidelity().ofFolds()) {
            return margin;
        }
        return FoldDifference.standardError(one.trial(), other.trial(), objective).stream()
                .map(error -> Math.min(margin, luck * error))
                .findFirst()
                .orElse(margin);
    }

    private Optional<String> reason(Contender chosen, Contender best, List<Contender> near) {
        if (chosen.equals(best) || chosen.estimate() == best.estimate()) {
            return Optional.empty();
        }
        var sentence = String.format(
                Locale.ROOT,
                "%d of %d configurations are within the error of the best %s, %.4g: so few items tell it to +- %.2g only. ",
                near.size(),
                choice.contenders().size(),
                objective.name(),
                best.estimate(),
                margin(chosen, best));
        return Optional.of(sentence
                + (chosen.trial().number() == 0
                        ? "The default is one of them and is chosen: it was not fitted to these items."
                        : "Trial " + chosen.trial().number()
                                + " is chosen of them: it is the surest, with a log loss of "
                                + String.format(Locale.ROOT, "%.3g.", logLoss(chosen))));
    }

    /**
     * Around the moment at which a last training would end: at one epoch, picked as its best, it may be luck. A mean over
     * folds is what it is.
     */
    private double logLoss(Contender contender) {
        var trial = contender.trial();
        if (problem.fidelity().ofFolds()) {
            return number(contender, LOG_LOSS).orElse(Double.MAX_VALUE);
        }
        var moment = Moment.of(trial.curve(), objective).value(LOG_LOSS);
        return moment.orElse(number(contender, LOG_LOSS).orElse(Double.MAX_VALUE));
    }

    private static OptionalDouble number(Contender contender, String name) {
        return contender.trial().value(name);
    }
}
