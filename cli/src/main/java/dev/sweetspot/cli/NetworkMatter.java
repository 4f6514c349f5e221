package dev.sweetspot.cli;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Networks, whose trials are of as many epochs as there is time for.
 *
 * @param networks what is tried
 * @param searched what was to be searched, were trials long enough to tell
 * @param sharing of the cores and the memory of this machine
 */
record NetworkMatter(NetworkLearning networks, Searched searched, Sharing sharing) implements Matter {
    /** Puts trials of networks into the time that there is. */
    interface Making {
        /**
         * The learning.
         *
         * @param space what is searched
         * @param epochs how long a trial is
         */
        NetworkLearning learning(SearchSpace space, double epochs);

        /** What is searched where trials are much shorter than the last training. */
        SearchSpace ofShortTrials(SearchSpace whole);
    }

    /**
     * As long trials as there is time for.
     *
     * @param asked how many epochs a trial has, where a person said so
     * @param end of all that is done
     */
    static NetworkMatter of(Searched searched, Sharing sharing, Optional<Integer> asked, long end, Making making) {
        var speed = sharing.speed();
        double epochs = asked.map(Integer::doubleValue).orElseGet(() -> speed.epochsOfATrial(end, sharing.busy()));
        boolean areShort = speed.areShort(epochs, end, sharing.busy());
        var space = areShort ? making.ofShortTrials(searched.space()) : searched.space();
        return new NetworkMatter(sharing.limited(making.learning(space, epochs)), searched, sharing);
    }

    @Override
    public Learner learner() {
        return networks;
    }

    @Override
    public SearchSpace space() {
        return networks.space();
    }

    @Override
    public SearchSpace whole() {
        return searched.space();
    }

    @Override
    public Configuration standard() {
        return searched.standard();
    }

    @Override
    public List<Skipped> skipped() {
        return networks.split().origin().skipped();
    }

    @Override
    public String inWords(Optional<ClusterErrand> machines) {
        var fidelity = networks.fidelity();
        return sharing.inWords(machines) + ", up to " + Amount.inWords(fidelity.most(), fidelity) + " a trial, "
                + networks.split().inWords(networks.precision(), networks.device());
    }

    @Override
    public Optional<String> leftOut() {
        return searched.leftOut(networks.space());
    }

    @Override
    public TunePlan plan(long end, TrialRules rules, Path scratch) {
        return sharing.plan(sharing.speed().timetable(end, networks.parts()), rules, scratch);
    }
}
