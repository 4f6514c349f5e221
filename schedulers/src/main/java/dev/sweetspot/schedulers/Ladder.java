package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Asynchronous promotion: a paused trial goes on to the next rung as soon as it is among the best part of those that have
 * come to its rung so far.
 *
 * @param factor one in so many goes on
 * @param order the trials of a rung, the best first; those that cannot go on may be left out
 */
record Ladder(Rungs rungs, double factor, BiFunction<List<Trial>, Double, List<Standing>> order) {
    /** Of more trials at a rung the latest count: the best of those before have gone on long since. */
    private static final int LATEST = 512;

    /** The trial to go on with now, if there is one; the highest rung first. */
    Optional<Next> promotion(Situation situation) {
        var trials = Rungs.begun(situation.history());
        for (int rung = rungs.count() - 2; rung >= 0; rung--) {
            double level = rungs.level(rung);
            double target = rungs.level(rung + 1);
            var there = at(trials, level);
            int best = (int) (there.size() / factor);
            if (best > 0 && there.stream().anyMatch(trial -> waits(trial, target))) {
                var promoted = order.apply(there, level).stream()
                        .limit(best)
                        .filter(standing -> !standing.losses().isEmpty())
                        .map(standing -> situation.history().trial(standing.trial()))
                        .filter(trial -> waits(trial, target))
                        .findFirst();
                if (promoted.isPresent()) {
                    return Optional.of(new Next.Resume(
                            promoted.get().number(),
                            target,
                            String.format(
                                    Locale.ROOT,
                                    "one of the best %d of %d after %.4g %s",
                                    best,
                                    there.size(),
                                    level,
                                    situation.fidelity().unit())));
                }
            }
        }
        return Optional.empty();
    }

    /** The latest trials that have come to a level, in the order of their numbers. */
    private static List<Trial> at(List<Trial> trials, double level) {
        var there = new ArrayList<Trial>();
        for (int i = trials.size() - 1; i >= 0 && there.size() < LATEST; i--) {
            if (Rungs.reaches(trials.get(i).curve(), level)) {
                there.add(trials.get(i));
            }
        }
        Collections.reverse(there);
        return there;
    }

    /** A trial that was put aside before the first rung, because the program was stopped, say, goes there. */
    Optional<Next> interrupted(Situation situation) {
        double bottom = rungs.level(0);
        return situation
                .history()
                .paused()
                .filter(trial -> !Rungs.reaches(trial.curve(), bottom))
                .findFirst()
                .map(trial -> new Next.Resume(trial.number(), bottom));
    }

    private static boolean waits(Trial trial, double target) {
        return trial.state() instanceof TrialState.Paused && !Rungs.reaches(trial.curve(), target);
    }
}
