package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Stops a trial that is not among the best part of the trials that have come as far as it has. With several objectives the
 * fronts are compared (non-dominated ranks), so that no trial of the first front is ever stopped; a trial that breaks a
 * limit ranks below all that keep theirs.
 *
 * @param keep the share of trials that is to go on, from 0 to 1
 * @param trials how many other trials must have come that far, at least 1
 * @param grace the share of a whole trial that every trial is given, from 0 to 1
 */
public record PercentileRule(double keep, int trials, double grace) implements Scheduler {
    /** The best quarter goes on, after five trials, a fifth of the way. */
    public PercentileRule() {
        this(0.25, 5, 0.2);
    }

    /** Checks the ranges. */
    public PercentileRule {
        Checks.share("keep", keep);
        Checks.atLeastOne("trials", trials);
        Checks.share("grace", grace);
    }

    @Override
    public String name() {
        return "percentile";
    }

    @Override
    public String help() {
        return "Stops a trial that is not among the best quarter of the others at the same point.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElseGet(() -> compared(situation, trial));
    }

    private Verdict compared(Situation situation, int trial) {
        double reached = situation.history().trial(trial).curve().reached();
        if (reached < grace * situation.fidelity().most()) {
            return Verdict.CONTINUE;
        }
        var others = new ArrayList<Standing>();
        for (var other : situation.history().trials()) {
            if (other.number() != trial && Rungs.reaches(other.curve(), reached)) {
                var standing = Standing.of(other, situation, reached);
                if (!standing.losses().isEmpty()) {
                    others.add(standing);
                }
            }
        }
        var mine = Standing.of(situation.history().trial(trial), situation, reached);
        if (others.size() < trials || mine.losses().isEmpty()) {
            return Verdict.CONTINUE;
        }
        int better = Standing.better(others, mine);
        return better > keep * others.size()
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "%d of %d trials were better at %.3g %s, and the best %d %% go on",
                        better,
                        others.size(),
                        reached,
                        situation.fidelity().unit(),
                        Math.round(keep * 100)))
                : Verdict.CONTINUE;
    }
}
