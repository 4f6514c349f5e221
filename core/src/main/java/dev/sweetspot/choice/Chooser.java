package dev.sweetspot.choice;

import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Optional;

/** Chooses the configuration that a search was for. One record a way; pure in its arguments. */
public interface Chooser {
    /** As people write it: "mean". */
    String name();

    /** One sentence: how it chooses. */
    String help();

    /**
     * The choice; empty when there is nothing to choose from.
     *
     * @param problem with one objective; of several the first counts
     * @param history in which the runs are
     * @param all what may be chosen
     */
    Optional<Choice> choose(Problem problem, History history, List<Runs> all);
}
