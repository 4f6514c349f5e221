package dev.sweetspot.trial;

import dev.sweetspot.space.SearchSpace;
import java.util.List;

/**
 * What a study seeks: the part of it that samplers and schedulers see, and that does not change while it runs.
 *
 * @param space what can be chosen; in a define-by-run study, the parameters met so far
 * @param objectives at least one
 * @param constraints limits that trials must keep; may be empty
 * @param fidelity how much of a trial can be run
 */
public record Problem(SearchSpace space, List<Objective> objectives, List<Constraint> constraints, Fidelity fidelity) {
    /** Keeps copies. */
    public Problem {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("objectives = []: a study needs at least one");
        }
    }

    /** One objective, no constraints, trials without parts. */
    public static Problem of(SearchSpace space, Objective objective) {
        return new Problem(space, List.of(objective), List.of(), Fidelity.WHOLE);
    }
}
