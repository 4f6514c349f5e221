package dev.sweetspot.trial;

import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a study seeks: the part of it that samplers and schedulers see, and that does not change while it runs.
 *
 * @param space what can be chosen; in a define-by-run study, the parameters met so far
 * @param objectives at least one
 * @param constraints limits that trials must keep; may be empty
 * @param fidelity how much of a trial can be run
 * @param preference what is preferred among several objectives
 */
public record Problem(
        SearchSpace space,
        List<Objective> objectives,
        List<Constraint> constraints,
        Fidelity fidelity,
        Preference preference) {
    /**
     * Keeps copies.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the preference speaks of other objectives
     */
    public Problem {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("objectives = []: a study needs at least one");
        }
        preference.check(objectives);
    }

    /** The front of the objectives, when there are several. */
    public Problem(SearchSpace space, List<Objective> objectives, List<Constraint> constraints, Fidelity fidelity) {
        this(space, objectives, constraints, fidelity, Preference.front());
    }

    /** One objective, no constraints, trials without parts. */
    public static Problem of(SearchSpace space, Objective objective) {
        return new Problem(space, List.of(objective), List.of(), Fidelity.WHOLE);
    }

    /** The same in another space. */
    public Problem in(SearchSpace other) {
        return new Problem(other, objectives, constraints, fidelity, preference);
    }

    /** The same with these limits. */
    public Problem with(List<Constraint> limits) {
        return new Problem(space, objectives, limits, fidelity, preference);
    }

    /** The same with another preference. */
    public Problem with(Preference other) {
        return new Problem(space, objectives, constraints, fidelity, other);
    }

    /** The loss of an objective at the reference point that was asked for; empty where none was. */
    public OptionalDouble reference(int objective) {
        var sought = objectives.get(objective);
        return preference instanceof Preference.Reference reference
                        && reference.point().containsKey(sought.name())
                ? OptionalDouble.of(sought.loss(reference.point().get(sought.name())))
                : OptionalDouble.empty();
    }
}
