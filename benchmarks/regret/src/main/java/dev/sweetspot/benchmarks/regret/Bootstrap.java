package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.study.StableRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Percentile intervals of 95 %, over challenges and seeds drawn with replacement (Efron and Tibshirani 1993). */
final class Bootstrap {
    private static final int DRAWS = 1000;
    private static final double LOWER = 0.025;

    private Bootstrap() {}

    /** From low to high. */
    record Interval(double low, double high) {}

    /** The interval of a mean regret. */
    static Interval ofMean(Scores scores, List<String> challenges, String who, int budget) {
        var random = new StableRandom(0);
        return interval(challenges, random, drawn -> drawnMean(scores, drawn, who, budget, random));
    }

    /** The interval of the ratio of two mean regrets on the same drawn challenges. */
    static Interval ofRatio(Scores scores, List<String> challenges, String who, String other, int budget) {
        var random = new StableRandom(0);
        return interval(
                challenges,
                random,
                drawn -> drawnMean(scores, drawn, who, budget, random)
                        / Math.max(1e-9, drawnMean(scores, drawn, other, budget, random)));
    }

    private static Interval interval(
            List<String> challenges, RandomGenerator random, ToDoubleFunction<List<String>> statistic) {
        var values = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            var drawn = new ArrayList<String>();
            for (int j = 0; j < challenges.size(); j++) {
                drawn.add(challenges.get(random.nextInt(challenges.size())));
            }
            values[i] = statistic.applyAsDouble(drawn);
        }
        Arrays.sort(values);
        return new Interval(values[(int) (LOWER * DRAWS)], values[(int) ((1 - LOWER) * DRAWS)]);
    }

    private static double drawnMean(
            Scores scores, List<String> challenges, String who, int budget, RandomGenerator random) {
        double sum = 0;
        for (var challenge : challenges) {
            var seeds = scores.seeds(challenge, who, budget);
            double own = 0;
            for (int i = 0; i < seeds.size(); i++) {
                own += seeds.get(random.nextInt(seeds.size()));
            }
            sum += own / seeds.size();
        }
        return sum / challenges.size();
    }
}
