package dev.sweetspot.schedulers;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.testkit.SimulatedStudy.Trials;
import dev.sweetspot.trial.Measurements;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A made-up table of configurations and folds, as cross-validation gives it: a fold is easier or harder for all of them; each
 * configuration has a noise of its own, of which the part that trainings on nearly the same items share is the same on all of
 * its folds (Nadeau and Bengio 2003: about one over the number of folds); and the worse one is, the more its folds differ.
 */
final class FoldWorld implements Trials {
    /** The usual noise of one configuration on one fold. */
    static final double NOISE = 0.01;

    private final double[] truth;
    private final double[][] losses;

    /** How good configurations are, as multiples of the noise: what samplers propose. */
    enum Kind {
        /** Many are nearly as good as the best. */
        RANDOM {
            @Override
            double excess(SplittableRandom random, double place) {
                return -Math.log(1 - random.nextDouble());
            }
        },
        /** They get better, as a model learns. */
        LEARNING {
            @Override
            double excess(SplittableRandom random, double place) {
                return -Math.log(1 - random.nextDouble()) * Math.max(0.15, Math.exp(-3 * place));
            }
        },
        /** Some are hopeless. */
        HEAVY {
            @Override
            double excess(SplittableRandom random, double place) {
                return Math.abs(random.nextGaussian()) / Math.sqrt(-Math.log(1 - random.nextDouble()));
            }
        };

        abstract double excess(SplittableRandom random, double place);
    }

    FoldWorld(int trials, int folds, Kind kind, double spread, long seed) {
        var random = new SplittableRandom(seed);
        var ease = new double[folds];
        Arrays.setAll(ease, fold -> 2 * NOISE * random.nextGaussian());
        truth = new double[trials];
        losses = new double[trials][folds];
        for (int i = 0; i < trials; i++) {
            double excess = kind.excess(random, (double) i / trials);
            truth[i] = 0.2 + NOISE * spread * excess;
            double noise = NOISE * Math.exp(0.3 * random.nextGaussian()) * (1 + excess / 5);
            double shared = noise * Math.sqrt(1.0 / folds) * random.nextGaussian();
            for (int fold = 0; fold < folds; fold++) {
                losses[i][fold] =
                        truth[i] + ease[fold] + shared + noise * Math.sqrt(1 - 1.0 / folds) * random.nextGaussian();
            }
        }
    }

    double truth(int trial) {
        return truth[trial];
    }

    /** The one with the best mean over all folds: what would have been chosen if all of them had been run. */
    int bestOfAllFolds() {
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = mean(i, losses[i].length) < mean(best, losses[best].length) ? i : best;
        }
        return best;
    }

    private double mean(int trial, int folds) {
        return Arrays.stream(losses[trial], 0, folds).sum() / folds;
    }

    @Override
    public Measurements report(int trial, Configuration configuration, double fidelity) {
        int folds = (int) fidelity;
        return Measurements.of("loss", mean(trial, folds)).and("fold_loss", losses[trial][folds - 1]);
    }
}
