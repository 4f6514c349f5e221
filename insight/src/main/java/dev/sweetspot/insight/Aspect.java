package dev.sweetspot.insight;

import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A number of each trial that one can ask about: what mattered for it, how it changes with a parameter. */
public sealed interface Aspect {
    /** What it is called in sentences and on axes. */
    String name();

    /** That of a trial; empty where the trial has none. */
    OptionalDouble of(Trial trial);

    /** The number as something of which less is better. */
    double loss(double value);

    /** All that can be asked about a study: its objectives, its constraints, the time. */
    static List<Aspect> of(Studied studied) {
        var aspects = new ArrayList<Aspect>();
        studied.spec().objectives().forEach(objective -> aspects.add(new OfObjective(objective)));
        studied.spec().constraints().forEach(constraint -> aspects.add(new OfConstraint(constraint)));
        aspects.add(new OfTime());
        return aspects;
    }

    /** An objective, as it was reported: in the user's own direction. */
    record OfObjective(Objective objective) implements Aspect {
        @Override
        public String name() {
            return objective.name();
        }

        @Override
        public OptionalDouble of(Trial trial) {
            return trial.value(objective.name());
        }

        @Override
        public double loss(double value) {
            return objective.loss(value);
        }
    }

    /** The number that a limit is set to. */
    record OfConstraint(Constraint constraint) implements Aspect {
        @Override
        public String name() {
            return constraint.name();
        }

        @Override
        public OptionalDouble of(Trial trial) {
            return trial.value(constraint.name());
        }

        @Override
        public double loss(double value) {
            return constraint.bound() == Constraint.Bound.AT_MOST ? value : -value;
        }
    }

    /** The seconds that a trial worked. */
    record OfTime() implements Aspect {
        @Override
        public String name() {
            return "seconds";
        }

        @Override
        public OptionalDouble of(Trial trial) {
            return trial.seconds() > 0 ? OptionalDouble.of(trial.seconds()) : OptionalDouble.empty();
        }

        @Override
        public double loss(double value) {
            return value;
        }
    }
}
