package dev.sweetspot.schedulers;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Objective;
import java.util.Locale;

/**
 * Stops a trial that reports something that is not a finite number, or that is worse than a bound which a person knows:
 * chance, the model in use.
 *
 * @param objective which objective the bound is for; empty for the first
 * @param worst the worst value with which a trial may go on, in the objective's own direction; NaN for no bound
 * @param grace the share of a whole trial that every trial is given before the bound counts, from 0 to 1
 */
public record Threshold(String objective, double worst, double grace) implements Scheduler {
    /** No bound: only what is not finite. */
    public Threshold() {
        this("", Double.NaN, 0.2);
    }

    /** Checks the range. */
    public Threshold {
        Checks.share("grace", grace);
    }

    @Override
    public String name() {
        return "threshold";
    }

    @Override
    public String help() {
        return "Stops a trial whose values are not finite, or worse than a bound that you set.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        var bounded = bounded(situation);
        return Standing.overLimit(situation, trial).orElseGet(() -> measured(situation, trial, bounded));
    }

    private Verdict measured(Situation situation, int trial, Objective bounded) {
        var curve = situation.history().trial(trial).curve();
        if (curve.size() == 0) {
            return Verdict.CONTINUE;
        }
        int last = curve.size() - 1;
        for (var each : situation.stated().objectives()) {
            double value = curve.value(each.name(), last);
            // A report may leave objectives out; NaN from a trial that gave numbers, or never gave one, is another
            // thing.
            if (!Double.isFinite(value) && curve.names().contains(each.name())) {
                return new Verdict.Stop(each.name() + " was " + value + ", which is no finite number");
            }
        }
        double value = curve.value(bounded.name(), last);
        boolean early = curve.reached() < grace * situation.fidelity().most();
        return !early && !Double.isNaN(worst) && bounded.loss(value) > bounded.loss(worst)
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "%s %.4g at %.3g %s was worse than the bound %.4g",
                        bounded.name(),
                        value,
                        curve.reached(),
                        situation.fidelity().unit(),
                        worst))
                : Verdict.CONTINUE;
    }

    private Objective bounded(Situation situation) {
        if (objective.isEmpty()) {
            return situation.stated().objectives().get(0);
        }
        return situation.stated().objectives().stream()
                .filter(each -> each.name().equals(objective))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "objective",
                        objective,
                        "is not one of the study's",
                        DidYouMean.maybe(
                                objective,
                                situation.stated().objectives().stream()
                                        .map(Objective::name)
                                        .toList())));
    }
}
