package dev.sweetspot.deep.training.schedule;

import java.util.List;

/**
 * The learning rate over a training: it rises evenly from 0 during the warm-up, and then follows the schedule.
 *
 * @param highest the highest rate, above 0
 * @param warmup the share of the training in which it rises, from 0 to 0.5
 */
public record Rate(double highest, double warmup, Schedule schedule) {
    private static final double FIRST = 0.01;

    /** Checks the ranges. */
    public Rate {
        if (!(highest > 0)) {
            throw new IllegalArgumentException("learning rate = " + highest + ": must be above 0");
        }
        if (!(warmup >= 0 && warmup <= 0.5)) {
            throw new IllegalArgumentException("warmup = " + warmup + ": must be from 0 to 0.5");
        }
    }

    /**
     * The rate of a step; at the very beginning of a warm-up a little above 0, so that no step is lost.
     *
     * @param progress how much of the training is done, from 0 to 1
     * @param losses as {@link Schedule#factor} takes them
     */
    public double at(double progress, List<Double> losses) {
        double at = Math.max(0, Math.min(1, progress));
        return highest
                * (at < warmup
                        ? Math.max(FIRST, at / warmup) * schedule.factor(0, losses)
                        : schedule.factor((at - warmup) / (1 - warmup), losses));
    }
}
