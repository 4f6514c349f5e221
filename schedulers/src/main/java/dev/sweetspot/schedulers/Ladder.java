package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
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
    /** The trial to go on with now, if there is one; the highest rung first. */
    Optional<Next> promotion(Situation situation) {
        var trials = Rungs.begun(situation.history());
        for (int rung = rungs.count() - 2; rung >= 0; rung--) {
            double level = rungs.level(rung);
            double target = rungs.level(rung + 1);
            var there = trials.stream()
                    .filter(trial -> Rungs.reaches(trial.curve(), level))
                    .toList();
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
