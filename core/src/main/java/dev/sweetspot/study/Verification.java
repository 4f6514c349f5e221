package dev.sweetspot.study;

import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.Optional;

/** What a trial's numbers mean for it: finite values for all objectives, and every limit kept. */
final class Verification {
    /** How many workers in a row a trial may lose without a new report. */
    private static final int MOST_LOSSES = 3;

    private Verification() {}

    /** The end of a trial whose report cannot stand, if it cannot: a report may leave objectives out. */
    static Optional<Outcome> ofReport(StudySpec spec, Measurements values, double fidelity) {
        var place = " at " + fidelity + " " + spec.fidelity().unit();
        return notFinite(spec, values, place).or(() -> overLimit(spec, values, false));
    }

    /** How a trial has ended that gave these values. */
    static Outcome ofResult(StudySpec spec, Measurements values) {
        for (var objective : spec.objectives()) {
            if (values.find(objective.name()).isEmpty()) {
                return new Outcome.Failed(
                        Outcome.Cause.ERROR,
                        objective.name() + ": the trial gave no value. Maybe report it under that name?");
            }
        }
        return notFinite(spec, values, "")
                .or(() -> overLimit(spec, values, true))
                .orElseGet(() -> new Outcome.Completed(values));
    }

    /** The end of a trial that has lost as many workers as is allowed, and now one more. */
    static Optional<Outcome> ofLosses(Trial trial) {
        if (trial.losses() < MOST_LOSSES || !(trial.state() instanceof TrialState.Running running)) {
            return Optional.empty();
        }
        return Optional.of(new Outcome.Failed(
                Outcome.Cause.LOST,
                "its worker was lost " + (trial.losses() + 1) + " times without a new report, the last one was "
                        + running.worker() + ". Maybe the memory of the machine is too small for it?"));
    }

    private static Optional<Outcome> notFinite(StudySpec spec, Measurements values, String place) {
        for (var objective : spec.objectives()) {
            var value = values.find(objective.name());
            if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
                return Optional.of(new Outcome.Failed(
                        Outcome.Cause.NOT_FINITE,
                        objective.name() + " = " + value.getAsDouble() + place
                                + ": must be finite. Maybe a smaller learning rate?"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Outcome> overLimit(StudySpec spec, Measurements values, boolean ended) {
        for (var constraint : spec.constraints()) {
            var value = values.find(constraint.name());
            boolean counts = ended || constraint.known() == Constraint.Known.WHILE;
            if (counts && value.isPresent() && !constraint.keeps(value.getAsDouble())) {
                return Optional.of(new Outcome.OverLimit(constraint.name(), value.getAsDouble(), values));
            }
        }
        return Optional.empty();
    }
}
