package dev.sweetspot.surrogate;

import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How good trials are among each other when objectives, limits, failures and fidelities all count. In this order:
 *
 * <ol>
 *   <li>trials that kept all limits, as far as is known, by their rank of non-domination, which for one objective is the
 *       order of the losses (constrained domination: Deb et al. 2002, IEEE Transactions on Evolutionary Computation 6,
 *       section VI); where some were ended or paused before others, by the share of the others that each is better than,
 *       every pair compared at the fidelity that both reached;
 *   <li>those that broke a limit, by how much: each limit is measured by the largest excess over it, so that megabytes and
 *       seconds can be added;
 *   <li>those that failed or gave no finite loss, all alike.
 * </ol>
 */
public final class Ranks {
    private Ranks() {}

    /** The rank of each trial: 0 for the best ones; equal ranks are equally good. */
    public static int[] of(List<Observation> observations, Problem problem) {
        var kept = new ArrayList<Integer>();
        var broken = new ArrayList<Integer>();
        var rest = new ArrayList<Integer>();
        for (int i = 0; i < observations.size(); i++) {
            var observation = observations.get(i);
            if (observation.failed()) {
                rest.add(i);
            } else if (observation.totalViolation() > 0) {
                broken.add(i);
            } else {
                (observation.measured() ? kept : rest).add(i);
            }
        }
        var ranks = new int[observations.size()];
        int next = rankKept(observations, problem, kept, ranks);
        next = rankBroken(observations, broken, ranks, next);
        for (int i : rest) {
            ranks[i] = next;
        }
        return ranks;
    }

    private static int rankKept(List<Observation> observations, Problem problem, List<Integer> kept, int[] ranks) {
        var duels = Duels.ranks(kept.stream().map(observations::get).toList(), problem);
        int worst = -1;
        for (int k = 0; k < duels.length; k++) {
            ranks[kept.get(k)] = duels[k];
            worst = Math.max(worst, duels[k]);
        }
        return worst + 1;
    }

    private static int rankBroken(List<Observation> observations, List<Integer> broken, int[] ranks, int first) {
        if (broken.isEmpty()) {
            return first;
        }
        var largest = new double[observations.get(broken.get(0)).violations().length];
        for (int i : broken) {
            for (int k = 0; k < largest.length; k++) {
                largest[k] = Math.max(largest[k], excess(observations.get(i).violations()[k]));
            }
        }
        var sums = new double[observations.size()];
        for (int i : broken) {
            for (int k = 0; k < largest.length; k++) {
                double excess = excess(observations.get(i).violations()[k]);
                sums[i] += excess > 0 ? excess / largest[k] : 0;
            }
        }
        var order = new ArrayList<>(broken);
        order.sort(Comparator.comparingDouble(i -> sums[i]));
        int next = first;
        for (int k = 0; k < order.size(); k++) {
            next += k > 0 && sums[order.get(k)] > sums[order.get(k - 1)] ? 1 : 0;
            ranks[order.get(k)] = next;
        }
        return next + 1;
    }

    /** 0 where nothing is known, and a large number in the place of infinity. */
    private static double excess(double violation) {
        return violation > 0 ? Math.min(violation, 1e100) : 0;
    }
}
