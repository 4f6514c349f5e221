package dev.sweetspot.schedulers;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import java.util.List;

/**
 * Successive halving: many trials begin, and at each rung the best of them go on (Jamieson and Talwalkar 2016,
 * "Non-stochastic best arm identification and hyperparameter optimization", AISTATS).
 *
 * @param factor one in so many goes on at each rung, and a rung is so many times as long as the one below; above 1. With
 *     3 the whole round costs about as much as four whole trials
 * @param trials how many begin together; 0 for as many as leave one at the end
 */
public record Halving(double factor, int trials) implements Scheduler {
    /** One in three goes on. */
    public Halving() {
        this(3, 0);
    }

    /** Checks the ranges. */
    public Halving {
        Checks.factor(factor);
        if (trials < 0) {
            throw new InvalidInputException("trials", trials, "must be at least 0", "27?");
        }
    }

    @Override
    public String name() {
        return "halving";
    }

    @Override
    public String help() {
        return "Starts many trials and lets the best third of them go on, rung by rung.";
    }

    @Override
    public Next next(Situation situation) {
        var rungs = Rungs.of(situation.fidelity(), factor);
        int size = trials > 0 ? trials : (int) Math.ceil(Math.pow(factor, rungs.count() - 1) * (1 - 1e-9));
        return new Rounds(rungs, factor, List.of(Rounds.ofSize(size, 0))).next(situation);
    }

    @Override
    public Verdict judge(Situation situation, int trial) {
        return Standing.overLimit(situation, trial).orElse(Verdict.CONTINUE);
    }
}
