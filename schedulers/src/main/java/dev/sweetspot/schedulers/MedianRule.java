package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Objective;
import java.util.Arrays;
import java.util.Locale;

/**
 * Stops a trial whose best value so far is worse than the median of the other trials' running means at the same fidelity
 * (Golovin et al. 2017, Google Vizier, section 3.2). With several objectives, or limits, there is no such mean: then the
 * better half goes on, see {@link PercentileRule}.
 *
 * @param trials how many other trials must have come that far, at least 1
 * @param grace the share of a whole trial that every trial is given, from 0 to 1
 */
public record MedianRule(int trials, double grace) implements Scheduler {
    /** Five trials, a fifth of the way. */
    public MedianRule() {
        this(5, 0.2);
    }

    /** Checks the ranges. */
    public MedianRule {
        Checks.atLeastOne("trials", trials);
        Checks.share("grace", grace);
    }

    @Override
    public String name() {
        return "median";
    }

    @Override
    public String help() {
        return "Stops a trial that does worse than the median of the others at the same point.";
    }

    @Override
    public Next next(Situation situation) {
        return new RunToTheEnd().next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        if (situation.objectives().size() > 1 || !situation.constraints().isEmpty()) {
            return new PercentileRule(0.5, trials, grace).judge(situation, trial);
        }
        var objective = situation.objectives().get(0);
        var curve = situation.history().trial(trial).curve();
        double reached = curve.reached();
        if (reached < grace * situation.fidelity().most()) {
            return Verdict.CONTINUE;
        }
        var others = situation.history().trials().stream()
                .filter(other -> other.number() != trial && other.curve().reached() >= reached)
                .mapToDouble(other -> meanLoss(other.curve(), objective, reached))
                .filter(loss -> !Double.isNaN(loss))
                .sorted()
                .toArray();
        double best = bestLoss(curve, objective);
        if (others.length < trials || Double.isNaN(best)) {
            return Verdict.CONTINUE;
        }
        double median = median(others);
        return best > median
                ? new Verdict.Stop(String.format(
                        Locale.ROOT,
                        "%s %.4g was worse than the median of %d trials at %.3g %s, %.4g",
                        objective.name(),
                        objective.loss(best),
                        others.length,
                        reached,
                        situation.fidelity().unit(),
                        objective.loss(median)))
                : Verdict.CONTINUE;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double bestLoss(Curve curve, Objective objective) {
        return Arrays.stream(curve.values(objective.name()))
                .map(objective::loss)
                .filter(loss -> !Double.isNaN(loss))
                .min()
                .orElse(Double.NaN);
    }

    private static double meanLoss(Curve curve, Objective objective, double until) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < curve.size() && curve.fidelity(i) <= until; i++) {
            double loss = objective.loss(curve.value(objective.name(), i));
            if (!Double.isNaN(loss)) {
                sum += loss;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
