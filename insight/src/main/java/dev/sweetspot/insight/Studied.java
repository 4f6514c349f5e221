package dev.sweetspot.insight;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;

/**
 * A study as it stands at one moment: what every insight is computed from.
 *
 * @param spec what was asked for
 * @param space what may be chosen now: that of the spec, unless it was changed or is met on the way
 * @param history what was tried, and what came out
 */
public record Studied(StudySpec spec, SearchSpace space, History history) {
    /** A study as it is known in this process; {@link Study#refresh} first where other workers write to it. */
    public static Studied of(Study study) {
        return new Studied(study.spec(), study.space(), study.history());
    }

    /** Its name. */
    public String name() {
        return spec.name();
    }

    /** What is sought, in the space as it is now. */
    public Problem problem() {
        return spec.problem().in(space);
    }

    /**
     * The same study, had it only some of its trials: what takes long to compute hardly changes with more of them. Repeats
     * count as trials of their own in it.
     *
     * @param most how many it has at most, at least 2; evenly picked by their number
     */
    public Studied thinned(int most) {
        return history.size() <= most ? this : new Studied(spec, space, Thinning.of(history, most));
    }
}
