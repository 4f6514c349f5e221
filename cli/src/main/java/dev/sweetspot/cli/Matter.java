package dev.sweetspot.cli;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a job tries on its data, and how this machine is shared for it: one class for each kind of learner. */
interface Matter {
    /** Tries what is searched, for as long as trials may be. */
    Learner learner();

    /** What is searched. */
    SearchSpace space();

    /** All that is searched where there is time for it: what somebody wants tried lies in it. */
    SearchSpace whole();

    /** The default configuration, with which the winner is compared. */
    Configuration standard();

    /** What of the data could not be read. */
    List<Skipped> skipped();

    /**
     * How trials are run, as a list of clauses: "4 trials at once with 1 thread each, up to 5 folds a trial".
     *
     * @param machines of a cluster, where trials run there
     */
    String inWords(Optional<ClusterErrand> machines);

    /** What could be searched and is not, with the reason, as a sentence. */
    Optional<String> leftOut();

    /**
     * When what has to be done, from now on.
     *
     * @param end of all of it, on {@link System#nanoTime}
     * @param scratch a folder for checkpoints on their way
     */
    TunePlan plan(long end, TrialRules rules, Path scratch);
}
