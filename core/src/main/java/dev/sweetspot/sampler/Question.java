package dev.sweetspot.sampler;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.List;

/**
 * What a sampler is asked: which configuration next?
 *
 * @param problem what is sought
 * @param history as of its version, with the running trials in it
 * @param means what may still be used
 * @param knowledge what was known before the study began
 * @param memory what was computed before; never changes the answer
 */
public record Question(Problem problem, History history, Means means, Knowledge knowledge, Memory memory) {
    /** A question of which nothing was computed before. */
    public Question(Problem problem, History history, Means means) {
        this(problem, history, means, Knowledge.NONE, new Memory());
    }

    /** A question in a study before which nothing was known. */
    public Question(Problem problem, History history, Means means, Memory memory) {
        this(problem, history, means, Knowledge.NONE, memory);
    }

    /** What can be chosen. */
    public SearchSpace space() {
        return problem.space();
    }

    /** At least one. */
    public List<Objective> objectives() {
        return problem.objectives();
    }

    /** May be empty. */
    public List<Constraint> constraints() {
        return problem.constraints();
    }

    /** How much of a trial can be run. */
    public Fidelity fidelity() {
        return problem.fidelity();
    }
}
