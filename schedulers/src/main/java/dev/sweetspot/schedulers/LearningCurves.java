package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import java.util.Locale;

/**
 * Stops a trial that will hardly become the best one, or, with several objectives, come to the front: the end of its curve
 * is foretold from the curves of all trials of the study (in place of the fixed families of curves of Domhan et al. 2015,
 * IJCAI).
 *
 * @param probability a trial stops when it would come there with a probability below this; above 0 and at most 0.5
 * @param trials how many trials must have come to their end before any is stopped, at least 1
 * @param grace the share of a whole trial that every trial is given, from 0 to 1: first reports say little of the end
 */
public record LearningCurves(double probability, int trials, double grace) implements Scheduler {
    /** One chance in twenty, five whole trials, a tenth of the way. */
    public LearningCurves() {
        this(0.05, 5, 0.1);
    }

    /** Checks the ranges. */
    public LearningCurves {
        if (!(probability > 0 && probability <= 0.5)) {
            throw new InvalidInputException("probability", probability, "must be above 0 and at most 0.5", "0.05?");
        }
        Checks.atLeastOne("trials", trials);
        Checks.share("grace", grace);
    }

    @Override
    public String name() {
        return "curve";
    }

    @Override
    public String help() {
        return "Stops a trial whose learning curve will hardly come to beat the best.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElseGet(() -> foretold(situation, trial));
    }

    private Verdict foretold(Situation situation, int trial) {
        double reached = situation.history().trial(trial).curve().reached();
        if (reached < grace * situation.fidelity().most()
                || situation.history().completed().limit(trials).count() < trials) {
            return Verdict.CONTINUE;
        }
        var prospects = Prospects.ofDoubter(situation, trial);
        var forecasts = prospects.ofTrial(trial);
        if (forecasts.size() < situation.objectives().size()) {
            return Verdict.CONTINUE;
        }
        double chance = prospects.probability(forecasts, prospects.bar(situation, trial));
        return chance < probability
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "after %.4g of %.4g %s it would still %s with a probability of %.2g only",
                        reached,
                        situation.fidelity().most(),
                        situation.fidelity().unit(),
                        situation.objectives().size() == 1 ? "become the best" : "come to the front",
                        chance))
                : Verdict.CONTINUE;
    }
}
