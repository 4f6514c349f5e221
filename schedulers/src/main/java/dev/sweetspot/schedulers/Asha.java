package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.Optional;

/**
 * Asynchronous successive halving: a trial goes on as soon as it is among the best part of those that have come to its
 * rung so far; else a new one begins at the bottom, so that no worker waits for another (Li et al. 2020, "A system for
 * massively parallel hyperparameter tuning", MLSys, algorithm 2).
 *
 * @param factor one in so many goes on at each rung, and a rung is so many times as long as the one below; above 1
 */
public record Asha(double factor) implements Scheduler {
    /** One in four goes on, as in the paper. */
    public Asha() {
        this(4);
    }

    /** Checks the range. */
    public Asha {
        Checks.factor(factor);
    }

    @Override
    public String name() {
        return "asha";
    }

    @Override
    public String help() {
        return "Lets a trial go on as soon as it is among the best quarter at its rung; for many workers.";
    }

    @Override
    public Next next(Situation situation) {
        var last = Closing.lastCall(situation);
        if (last.isPresent()) {
            return last.get();
        }
        var rungs = Rungs.of(situation.fidelity(), factor);
        return interrupted(situation, rungs)
                .or(() -> promotion(situation, rungs))
                .orElseGet(() -> Closing.noMoreTrials(situation)
                        ? Closing.nothingToPromote(situation)
                        : new Next.StartNew(rungs.level(0)));
    }

    /** A trial that was put aside before the first rung, because the program was stopped, say. */
    private static Optional<Next> interrupted(Situation situation, Rungs rungs) {
        double bottom = rungs.level(0);
        return situation
                .history()
                .paused()
                .filter(trial -> !Rungs.reaches(trial.curve(), bottom))
                .findFirst()
                .map(trial -> new Next.Resume(trial.number(), bottom));
    }

    private Optional<Next> promotion(Situation situation, Rungs rungs) {
        var trials = situation.history().trials();
        for (int rung = rungs.count() - 2; rung >= 0; rung--) {
            double level = rungs.level(rung);
            double target = rungs.level(rung + 1);
            var there = trials.stream()
                    .filter(trial -> Rungs.reaches(trial.curve(), level))
                    .toList();
            int best = (int) (there.size() / factor);
            var waits = there.stream().anyMatch(trial -> waits(trial, target));
            if (best > 0 && waits) {
                var promoted = Standing.inOrder(there, situation, level).stream()
                        .limit(best)
                        .filter(standing -> !standing.losses().isEmpty())
                        .map(standing -> trials.get(standing.trial()))
                        .filter(trial -> waits(trial, target))
                        .findFirst();
                if (promoted.isPresent()) {
                    return Optional.of(new Next.Resume(promoted.get().number(), target));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean waits(Trial trial, double target) {
        return trial.state() instanceof TrialState.Paused && !Rungs.reaches(trial.curve(), target);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
    }
}
