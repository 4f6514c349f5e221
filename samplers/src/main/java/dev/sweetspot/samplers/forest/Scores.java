package dev.sweetspot.samplers.forest;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.math.front.Tchebycheff;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.surrogate.density.Ranking;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the forest learns of each trial instead of its losses: the normal score of its rank, the quantile of the standard
 * normal distribution at (rank - 1/2) / n (van der Waerden 1952). So outliers, scales and infinite ranges of a loss do not
 * matter. Equal trials share the mean of their ranks.
 */
final class Scores {
    private Scores() {}

    /** One a trial, smaller is better; those that were ended before the fidelity of the ranking are behind the others. */
    static double[] of(List<Observation> trials, Problem problem, Ranking ranking, RandomGenerator random) {
        var losses = scalar(trials, problem, ranking, random);
        var order = new ArrayList<Integer>();
        for (int i = 0; i < losses.length; i++) {
            order.add(i);
        }
        var reached = new double[losses.length];
        Arrays.setAll(reached, i -> Math.min(ranking.fidelity(), trials.get(i).fidelity(problem)));
        order.sort(Comparator.<Integer>comparingDouble(i -> -reached[i]).thenComparingDouble(i -> losses[i]));
        var scores = new double[losses.length];
        for (int first = 0; first < scores.length; ) {
            int next = first + 1;
            while (next < scores.length
                    && reached[order.get(next)] == reached[order.get(first)]
                    && losses[order.get(next)] == losses[order.get(first)]) {
                next++;
            }
            double score = Normal.quantile((first + next) / 2.0 / scores.length);
            for (int i = first; i < next; i++) {
                scores[order.get(i)] = score;
            }
            first = next;
        }
        return scores;
    }

    /** The loss; of several, their Tchebycheff distance with weights drawn anew for each proposal (Knowles 2006). */
    private static double[] scalar(List<Observation> trials, Problem problem, Ranking ranking, RandomGenerator random) {
        int objectives = problem.objectives().size();
        var losses = new double[trials.size()][objectives];
        for (int i = 0; i < losses.length; i++) {
            for (int k = 0; k < objectives; k++) {
                losses[i][k] = ranking.loss(trials.get(i), problem.objectives(), k);
            }
        }
        if (objectives == 1) {
            return Arrays.stream(losses).mapToDouble(row -> row[0]).toArray();
        }
        var weights = new ArrayList<Double>();
        for (int k = 0; k < objectives; k++) {
            // Exponential numbers over their sum are even on the simplex; the scores do not depend on the sum.
            weights.add(-StrictMath.log(1 - random.nextDouble()) + 1e-6);
        }
        return new Tchebycheff(weights, List.of(), Tchebycheff.AUGMENTATION).scores(losses);
    }
}
