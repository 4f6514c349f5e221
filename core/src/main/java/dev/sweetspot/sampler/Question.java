package dev.sweetspot.sampler;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.PreferenceView;
import dev.sweetspot.trial.Problem;
import java.util.List;

/**
 * What a sampler is asked: which configuration next?
 *
 * <p>A preference among several objectives is at work in it already: where it makes one of them, there is one, and each
 * trial has its score, see {@link PreferenceView}.
 *
 * @param problem what is sought
 * @param history as of its version, with the running trials in it
 * @param means what may still be used
 * @param knowledge what was known before the study began
 * @param memory what was computed before; never changes the answer
 */
public record Question(Problem problem, History history, Means means, Knowledge knowledge, Memory memory) {
    /** Puts everything as the problem's preference sees it. */
    public Question {
        if (problem.preference().reshapes()) {
            var view = Seen.of(problem, history, knowledge, memory);
            problem = view.view().problem();
            history = view.view().history();
            knowledge = view.knowledge();
            memory = view.inner();
        }
    }

    /**
     * What a preference makes of a question, kept until the next.
     *
     * @param source the knowledge that was seen
     * @param inner what was computed from the history as it is seen: lost when the scores change
     */
    private record Seen(PreferenceView view, Knowledge source, Knowledge knowledge, Memory inner) {
        static Seen of(Problem problem, History history, Knowledge knowledge, Memory memory) {
            var before = memory.recall(Seen.class, Seen.class);
            var view = before.map(seen -> seen.view.then(problem, history))
                    .orElseGet(() -> PreferenceView.of(problem, history));
            var seen = new Seen(
                    view,
                    knowledge,
                    before.filter(old -> old.source.equals(knowledge)
                                    && old.view.stated().equals(problem))
                            .map(Seen::knowledge)
                            .orElseGet(() -> view.seen(knowledge)),
                    before.filter(old -> view.hasMeasureOf(old.view))
                            .map(Seen::inner)
                            .orElseGet(Memory::new));
            memory.keep(Seen.class, seen);
            return seen;
        }
    }

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
