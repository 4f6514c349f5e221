package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a study that puts trials aside comes to its end with at least one trial that was run whole. */
final class Closing {
    /** So many times its own time ahead a trial is called: whoever asks next may ask too late. */
    private static final double AHEAD = 2;

    private Closing() {}

    /** Whether no trial may be started any more. */
    static boolean noMoreTrials(Situation situation) {
        return situation.means().trialsLeft().orElse(1) <= 0 || nothingLeft(situation);
    }

    /** Whether no part of any trial may be run any more. */
    static boolean nothingLeft(Situation situation) {
        return situation.means().fidelityLeft().orElse(1) <= 0;
    }

    /**
     * What there is to do when what may be run is used up, or is just enough to bring one trial to its end while none has
     * come there: that trial, the best of those that came furthest and can be there in time. Empty while there is enough.
     */
    static Optional<Next> lastCall(Situation situation) {
        if (!finishedOrRunning(situation)) {
            var best = best(situation).filter(trial -> !enoughFor(trial, situation));
            if (best.isPresent()) {
                return Optional.of(new Next.Resume(
                        best.get().number(),
                        situation.fidelity().most(),
                        "no trial has come to its end yet, and what is left is just enough for one"));
            }
        }
        return nothingLeft(situation) ? Optional.of(ended(situation)) : Optional.empty();
    }

    /** Whether more is left than what a trial still needs, and time enough to look at others first. */
    private static boolean enoughFor(Trial trial, Situation situation) {
        return situation.means().fidelityLeft().orElse(Double.POSITIVE_INFINITY) > missing(trial, situation)
                && secondsLeft(situation) > AHEAD * seconds(trial, situation);
    }

    private static double secondsLeft(Situation situation) {
        return situation.means().secondsLeft().orElse(Double.POSITIVE_INFINITY);
    }

    private static double missing(Trial trial, Situation situation) {
        return situation.fidelity().most() - trial.curve().reached();
    }

    /** How long a trial takes from here to its end, at its own pace; 0 where that is not known. */
    private static double seconds(Trial trial, Situation situation) {
        double reached = trial.curve().reached();
        return reached > 0 ? trial.seconds() / reached * missing(trial, situation) : 0;
    }

    /** What there is to do when nothing can be promoted and nothing started. */
    static Next nothingToPromote(Situation situation) {
        if (situation.history().running().findAny().isPresent()) {
            return new Next.Wait();
        }
        if (situation.history().completed().findAny().isPresent()) {
            return ended(situation);
        }
        return best(situation)
                .<Next>map(trial ->
                        new Next.Resume(trial.number(), situation.fidelity().most()))
                .orElseGet(() -> ended(situation));
    }

    /** How much may still be run, in units of fidelity: as told, and as fits into the time left at the pace so far. */
    static double unitsLeft(Situation situation) {
        double told = situation.means().fidelityLeft().orElse(Double.POSITIVE_INFINITY);
        double spent = situation.history().fidelitySpent();
        if (situation.means().secondsLeft().isEmpty() || spent <= 0) {
            return told;
        }
        double seconds = situation.history().trials().stream()
                .mapToDouble(Trial::seconds)
                .sum();
        double inTime = situation.means().secondsLeft().getAsDouble()
                * situation.means().parallelism()
                * spent
                / seconds;
        return seconds > 0 ? Math.min(told, inTime) : told;
    }

    private static Next ended(Situation situation) {
        return new Next.Done(
                nothingLeft(situation)
                        ? "all " + situation.fidelity().unit() + " of the budget are used"
                        : "no more trials may be started, and none that was put aside is to go on");
    }

    private static boolean finishedOrRunning(Situation situation) {
        return situation.history().completed().findAny().isPresent()
                || situation.history().running().anyMatch(trial -> whole(trial, situation));
    }

    private static boolean whole(Trial trial, Situation situation) {
        return trial.state() instanceof TrialState.Running running
                && running.target() >= situation.fidelity().most();
    }

    /** Those that can come to their end in the time left; where none can, the one that comes nearest to it. */
    private static List<Trial> inTime(Situation situation) {
        var paused = situation.history().paused().toList();
        var quick = paused.stream()
                .filter(trial -> seconds(trial, situation) <= secondsLeft(situation))
                .toList();
        return !quick.isEmpty()
                ? quick
                : paused.stream()
                        .min(Comparator.comparingDouble((Trial trial) -> seconds(trial, situation))
                                .thenComparingInt(Trial::number))
                        .stream()
                        .toList();
    }

    private static Optional<Trial> best(Situation situation) {
        var paused = inTime(situation);
        double furthest = paused.stream()
                .mapToDouble(trial -> trial.curve().reached())
                .max()
                .orElse(0);
        var candidates = paused.stream()
                .sorted(Comparator.comparingInt(Trial::number))
                .filter(trial -> trial.curve().reached() >= furthest)
                .toList();
        return Standing.inOrder(candidates, situation, furthest).stream()
                .findFirst()
                .map(standing -> situation.history().trial(standing.trial()));
    }
}
