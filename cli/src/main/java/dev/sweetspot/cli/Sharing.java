package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.workload.TrialFailure;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the trials of a job share the cores and the memory of this machine.
 *
 * @param asked what a person wants
 * @param choice what that comes to here
 * @param room how much memory trainings may take
 * @param standard the default configuration, with which it was measured
 */
record Sharing(Asked asked, Division.Choice choice, MemoryRoom room, Configuration standard) {
    /**
     * What a person wants.
     *
     * @param workers how many trials run at once here; empty for as many as is best
     * @param cores how many cores they share
     * @param elsewhere whether trials run on a cluster, and only the last trainings here
     * @param repeatable whether each trial has one thread, so that it is the same on every machine
     */
    record Asked(Optional<Integer> workers, int cores, boolean elsewhere, boolean repeatable) {}

    /**
     * Looks at what there is, and measures for a moment where there is a clock.
     *
     * @param end of all that is done, on {@link System#nanoTime}
     * @param noun what is learnt from, in the plural
     * @throws dev.sweetspot.form.InvalidInputException when there is not enough memory
     */
    static Sharing of(
            Asked asked, NetworkLearning learner, Configuration standard, MemoryRoom room, long end, String noun)
            throws TrialFailure, InterruptedException {
        room.require(
                learner,
                standard,
                "the default configuration",
                asked.elsewhere() ? 1 : asked.workers().orElse(1));
        int most = room.atOnce(learner, standard);
        var probe = Speed.probe(learner, standard, end);
        // A cluster gives each trial a core; how quick one is there, one here says best.
        var here =
                asked.elsewhere() && !asked.repeatable() ? Optional.of(Math.min(most, asked.cores())) : asked.workers();
        var choice = here.isPresent()
                ? Division.given(probe, division(here.get(), asked))
                : Division.choose(probe, asked.cores(), most, noun);
        return new Sharing(asked, choice, room, standard);
    }

    private static Division division(int workers, Asked asked) {
        return asked.repeatable() ? new Division(workers, 1) : Division.of(workers, asked.cores());
    }

    Speed speed() {
        return choice.speed();
    }

    int atOnce() {
        return choice.division().workers();
    }

    /** How many trials run at once as far as there are cores for them. */
    int busy() {
        return Math.min(atOnce(), asked.cores());
    }

    /** A learning whose trials keep within their share of the memory. */
    NetworkLearning limited(NetworkLearning learner) {
        // What happens to be free here must not decide what counts as over a limit.
        return asked.repeatable() ? learner : room.limit(learner, standard, atOnce());
    }

    TunePlan plan(Timetable timetable, TrialRules rules, Path scratch) {
        var threads = asked.repeatable()
                ? TunePlan.Threads.SINGLE
                : TunePlan.Threads.sharing(asked.cores(), atOnce(), choice.fitThreads());
        return new TunePlan(timetable, atOnce(), threads, WorkerName.unique(), scratch).limiting(rules.limit());
    }

    /** @param machines of a cluster, where trials run there */
    String inWords(Optional<ClusterErrand> machines) {
        return machines.map(ClusterErrand::inWords)
                .orElseGet(() -> choice.division().inWords() + choice.reason());
    }
}
