package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler;

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
        var ladder = new Ladder(rungs, factor, (trials, level) -> Standing.inOrder(trials, situation, level));
        return ladder.interrupted(situation)
                .or(() -> ladder.promotion(situation))
                .orElseGet(() -> Closing.noMoreTrials(situation)
                        ? Closing.nothingToPromote(situation)
                        : new Next.StartNew(rungs.level(0)));
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
    }
}
