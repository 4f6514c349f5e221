package dev.sweetspot.sampler;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a sampler is asked: which configuration next?
 *
 * @param space what can be chosen; in a define-by-run study, the parameters met so far
 * @param objectives at least one
 * @param constraints may be empty
 * @param history as of its version, with the running trials in it
 * @param budgetLeft the share of the study's budget that is left, from 1 to 0; empty when it has no end
 * @param parallelism how many trials run at once
 */
public record Question(
        SearchSpace space,
        List<Objective> objectives,
        List<Constraint> constraints,
        History history,
        OptionalDouble budgetLeft,
        int parallelism) {
    /** Keeps copies. */
    public Question {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("objectives = []: a study needs at least one");
        }
    }
}
