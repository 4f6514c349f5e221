package dev.sweetspot.schedulers;

import dev.sweetspot.scheduler.Scheduler;
import java.util.stream.IntStream;

/**
 * Hyperband: rounds of successive halving in turn, from many trials that are given little to few that are given all, so
 * that neither slow learners nor quick ones are lost (Li et al. 2018, JMLR 18). With the sampler {@code tpe} it is BOHB
 * (Falkner et al. 2018), with {@code de} DEHB (Awad et al. 2021).
 *
 * @param factor one in so many goes on at each rung, and a rung is so many times as long as the one below; above 1
 */
public record Hyperband(double factor) implements Scheduler {
    /** One in three goes on, as in the paper. */
    public Hyperband() {
        this(3);
    }

    /** Checks the range. */
    public Hyperband {
        Checks.factor(factor);
    }

    @Override
    public String name() {
        return "hyperband";
    }

    @Override
    public String help() {
        return "Rounds of halving in turn, from many short trials to few long ones.";
    }

    @Override
    public Next next(Situation situation) {
        var rungs = Rungs.of(situation.fidelity(), factor);
        int most = rungs.count() - 1;
        var turn = IntStream.rangeClosed(0, most)
                .mapToObj(lowest -> Rounds.ofSize(size(most, most - lowest), lowest))
                .toList();
        return new Rounds(rungs, factor, turn).next(situation);
    }

    /** How many trials a round with so many promotions begins with: Li et al., algorithm 1. */
    private int size(int most, int promotions) {
        return (int) Math.ceil((most + 1.0) / (promotions + 1) * Math.pow(factor, promotions) * (1 - 1e-9));
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
    }
}
