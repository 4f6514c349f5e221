package dev.sweetspot.surrogate;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;

/**
 * What one trial says about its configuration: where it lies, how good it was, which limits it kept. Immutable; the arrays
 * must not be written to.
 */
public final class Observation {
    private final Trial trial;
    private final double[] point;
    private final double[] losses;
    private final double[] violations;
    private final boolean failed;
    // Kept, because samplers ask every trial of a long study for them at every proposal.
    private final boolean measured;
    private final double totalViolation;
    private final boolean completed;
    private final int reports;
    private final double reached;

    private Observation(Trial trial, double[] point, double[] losses, double[] violations, boolean failed) {
        this.trial = trial;
        this.point = point;
        this.losses = losses;
        this.violations = violations;
        this.failed = failed;
        this.measured = !failed && allFinite(losses);
        this.totalViolation = sumOfBroken(violations);
        this.completed = trial.completed();
        this.reports = trial.curve().size();
        this.reached = trial.curve().reached();
    }

    private static boolean allFinite(double[] losses) {
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return false;
            }
        }
        return true;
    }

    private static double sumOfBroken(double[] violations) {
        double sum = 0;
        for (double violation : violations) {
            if (violation > 0) {
                sum += violation;
            }
        }
        return sum;
    }

    static Observation of(Trial trial, Problem problem, Encoding encoding) {
        var losses = new double[problem.objectives().size()];
        for (int k = 0; k < losses.length; k++) {
            var objective = problem.objectives().get(k);
            losses[k] = objective.loss(trial.value(objective.name()).orElse(Double.NaN));
        }
        var violations = new double[problem.constraints().size()];
        for (int k = 0; k < violations.length; k++) {
            violations[k] = violation(trial, problem.constraints().get(k));
        }
        boolean failed = trial.outcome()
                .filter(outcome -> outcome instanceof Outcome.Failed || isOverOthers(outcome, problem))
                .isPresent();
        return new Observation(trial, encoding.encode(trial.configuration()), losses, violations, failed);
    }

    /** A limit that is none of the problem's, such as the memory of a machine: how far from it others are is not known. */
    private static boolean isOverOthers(Outcome outcome, Problem problem) {
        return outcome instanceof Outcome.OverLimit over
                && problem.constraints().stream()
                        .noneMatch(constraint -> constraint.name().equals(over.constraint()));
    }

    private static double violation(Trial trial, Constraint constraint) {
        if (trial.outcome().orElse(null) instanceof Outcome.OverLimit over
                && over.constraint().equals(constraint.name())) {
            return constraint.violation(over.value());
        }
        return constraint.violation(trial.value(constraint.name()).orElse(Double.NaN));
    }

    /** The trial that it comes from. */
    public Trial trial() {
        return trial;
    }

    /** The configuration in the unit cube, one coordinate a parameter; NaN for one that is not active. */
    public double[] point() {
        return point;
    }

    /** The loss of each objective, smaller is better; not finite where the trial gave none. */
    public double[] losses() {
        return losses;
    }

    /** By how much each constraint is broken: above 0 when it is, NaN when it is not known. */
    public double[] violations() {
        return violations;
    }

    /** Whether the trial could not be run to a result. */
    public boolean failed() {
        return failed;
    }

    /** Whether it ran as long as it was meant to. */
    public boolean complete() {
        return completed;
    }

    /** Whether all losses are finite numbers. */
    public boolean measured() {
        return measured;
    }

    /** Whether no constraint is known to be broken, and the trial did not fail. */
    public boolean feasible() {
        return !failed && totalViolation == 0;
    }

    /** The sum over the broken constraints; 0 when none is known to be broken. */
    public double totalViolation() {
        return totalViolation;
    }

    /** How far the trial came, in units of the study's fidelity; all of it when it completed without reports. */
    public double fidelity(Problem problem) {
        return reports > 0 || !completed ? reached : problem.fidelity().most();
    }

    /** How far its last report came; 0 where there is none. */
    public double reached() {
        return reached;
    }

    /** Its reports. */
    public Curve curve() {
        return trial.curve();
    }
}
