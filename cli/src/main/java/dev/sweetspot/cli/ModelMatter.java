package dev.sweetspot.cli;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Models whose trials are made of folds, each of which is fitted to its end. How long that takes differs so much between
 * models that nothing is measured before: the search has half of the time, and what the last fits of the best do not need
 * is given back to it.
 *
 * @param space what is searched of all that the learner can try
 * @param standard the default configuration
 * @param skipped what of the data could not be read
 * @param division of the cores among trials
 * @param lastThreads how many threads each of the two fits at the end has
 */
record ModelMatter(
        Learner learner,
        SearchSpace space,
        Configuration standard,
        List<Skipped> skipped,
        Division division,
        int lastThreads)
        implements Matter {
    /** Predictions of some thousand rows and the files of a result. */
    private static final double MEASURING_SECONDS = 1;

    /**
     * One trial a core where nobody said otherwise: most models use one thread best.
     *
     * @param workers how many trials run at once, where a person said so
     * @param repeatable whether each trial has one thread, so that it is the same on every machine
     */
    static ModelMatter of(
            Learner learner,
            SearchSpace space,
            Configuration standard,
            List<Skipped> skipped,
            Optional<Integer> workers,
            int cores,
            boolean repeatable) {
        int atOnce = workers.orElse(cores);
        var division = repeatable ? new Division(atOnce, 1) : Division.of(atOnce, cores);
        return new ModelMatter(learner, space, standard, skipped, division, repeatable ? 1 : Math.max(1, cores / 2));
    }

    @Override
    public SearchSpace whole() {
        return space;
    }

    @Override
    public String inWords(Optional<ClusterErrand> machines) {
        var fidelity = learner.fidelity();
        return machines.map(ClusterErrand::inWords).orElseGet(division::inWords) + ", up to "
                + Amount.inWords(fidelity.most(), fidelity) + " a trial";
    }

    @Override
    public Optional<String> leftOut() {
        return Optional.empty();
    }

    @Override
    public TunePlan plan(long end, TrialRules rules, Path scratch) {
        var timetable = end == Long.MAX_VALUE
                ? Timetable.ENDLESS
                : Timetable.until(System.nanoTime(), end, Double.POSITIVE_INFINITY, MEASURING_SECONDS);
        var threads = new TunePlan.Threads(division.threads(), lastThreads, lastThreads);
        return new TunePlan(timetable, division.workers(), threads, WorkerName.unique(), scratch)
                .limiting(rules.limit());
    }
}
