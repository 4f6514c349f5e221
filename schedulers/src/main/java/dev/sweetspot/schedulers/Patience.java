package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.Locale;

/**
 * Stops a trial that has not got better for a while (Prechelt 1998, "Early stopping, but when?", criterion UP). With
 * several objectives it has got better when any of them has.
 *
 * @param share how long that is: a share of a whole trial, above 0 and at most 1
 * @param gain by how much a value has to be better to count, in the objective's own unit; at least 0
 */
public record Patience(double share, double gain) implements Scheduler {
    /** A fifth of a whole trial without any gain. */
    public Patience() {
        this(0.2, 0);
    }

    /** Checks the ranges. */
    public Patience {
        Checks.share("share", share);
        if (share == 0 || !(gain >= 0)) {
            throw new InvalidInputException(
                    "patience", share + ", " + gain, "needs a share above 0 and a gain of at least 0", "0.2, 0?");
        }
    }

    @Override
    public String name() {
        return "patience";
    }

    @Override
    public String help() {
        return "Stops a trial that has not got better for a while.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElseGet(() -> lately(situation, trial));
    }

    private Verdict lately(Situation situation, int trial) {
        var curve = situation.history().trial(trial).curve();
        double since = lastGain(curve, situation.objectives());
        double waited = curve.reached() - since;
        return waited >= share * situation.fidelity().most()
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "nothing got better for %.3g %s",
                        waited,
                        situation.fidelity().unit()))
                : Verdict.CONTINUE;
    }

    /** How far the trial was when it last got better; the first report that has a number counts. */
    private double lastGain(Curve curve, List<Objective> objectives) {
        double last = 0;
        for (var objective : objectives) {
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < curve.size(); i++) {
                double loss = objective.loss(curve.value(objective.name(), i));
                if (loss < best - gain || (loss < best && best == Double.POSITIVE_INFINITY)) {
                    best = loss;
                    last = Math.max(last, curve.fidelity(i));
                }
            }
        }
        return last;
    }
}
