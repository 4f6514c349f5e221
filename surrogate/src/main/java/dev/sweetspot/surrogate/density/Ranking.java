package dev.sweetspot.surrogate.density;

import dev.sweetspot.math.front.Dominance;
import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The trials in two parts, ended and paused ones. In the order by which the best are called good, those that kept all limits
 * come first, then those that broke them by how much, then those without a loss. Of the first, those that came as far as the
 * model looks come before those that were ended earlier, and these by how far they came: whoever ended them saw that they
 * were worse.
 *
 * @param good the best first; at least one
 * @param others in no order
 * @param kept how many of all have losses and kept all limits, as far as is known
 * @param fidelity how far the model looks
 */
public record Ranking(List<Observation> good, List<Observation> others, int kept, double fidelity) {
    /** As many as this at most are called good: with more, their density stops following the best. */
    private static final int MOST_GOOD = 25;

    /**
     * The ranking of all that is known, which is at least one trial.
     *
     * @param enough how many trials make a model
     * @param share how many are called good, as a share
     */
    public static Ranking of(Evidence evidence, int enough, double share) {
        var kept = new ArrayList<Observation>(evidence.ended().size());
        var broken = new ArrayList<Observation>();
        var rest = new ArrayList<Observation>();
        for (var group : List.of(evidence.ended(), evidence.paused())) {
            for (var observation : group) {
                if (observation.totalViolation() > 0) {
                    broken.add(observation);
                } else {
                    (observation.measured() ? kept : rest).add(observation);
                }
            }
        }
        int all = kept.size() + broken.size() + rest.size();
        int most = Math.max(1, (int) Math.min(MOST_GOOD, Math.ceil(share * all)));
        double fidelity = fidelity(evidence, kept, enough);
        var far = new ArrayList<Observation>(kept.size());
        var early = new ArrayList<Observation>();
        for (var observation : kept) {
            (observation.fidelity(evidence.problem()) >= fidelity ? far : early).add(observation);
        }
        early.sort(Comparator.<Observation>comparingDouble(o -> -o.fidelity(evidence.problem()))
                .thenComparingDouble(o -> o.losses()[0]));
        var ranked = order(evidence, far, fidelity, most);
        ranked.addAll(early);
        ranked.addAll(ordered(
                broken, violations(broken, evidence.problem().constraints().size()), ranked.isEmpty() ? most : 0));
        ranked.addAll(rest);
        int good = kept.isEmpty() ? most : Math.min(most, kept.size());
        return new Ranking(ranked.subList(0, good), ranked.subList(good, all), kept.size(), fidelity);
    }

    private static List<Observation> order(Evidence evidence, List<Observation> far, double fidelity, int most) {
        return evidence.problem().objectives().size() == 1
                ? ordered(far, losses(far, evidence, fidelity), most)
                : byVolume(evidence.problem(), far, most);
    }

    /** The largest fidelity that enough trials reached (Falkner, Klein and Hutter 2018, section 4.1). */
    private static double fidelity(Evidence evidence, List<Observation> kept, int enough) {
        var beyond = new double[kept.size()];
        for (int i = 0; i < beyond.length; i++) {
            beyond[i] = -kept.get(i).fidelity(evidence.problem());
        }
        return beyond.length == 0 ? 0 : 0 - smallest(beyond, enough);
    }

    /**
     * The largest of so many of the smallest numbers, or of all, without the others in order: there are thousands of them,
     * and they are looked at for every proposal.
     */
    private static double smallest(double[] numbers, int count) {
        var least = Arrays.copyOf(numbers, Math.min(count, numbers.length));
        Arrays.sort(least);
        int last = least.length - 1;
        for (int i = least.length; i < numbers.length; i++) {
            if (numbers[i] < least[last]) {
                int place = last;
                for (; place > 0 && least[place - 1] > numbers[i]; place--) {
                    least[place] = least[place - 1];
                }
                least[place] = numbers[i];
            }
        }
        return least[last];
    }

    private static double[] losses(List<Observation> far, Evidence evidence, double fidelity) {
        var objective = evidence.problem().objectives().get(0);
        var losses = new double[far.size()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = loss(far.get(i), objective, 0, fidelity);
        }
        return losses;
    }

    /** The loss of a trial as far as the model looks: from its curve, when it went on beyond that. */
    public double loss(Observation observation, List<Objective> objectives, int index) {
        return loss(observation, objectives.get(index), index, fidelity);
    }

    private static double loss(Observation observation, Objective objective, int index, double fidelity) {
        double loss = observation.losses()[index];
        if (observation.reached() > fidelity) {
            var curve = observation.curve();
            for (int k = 0; k < curve.size() && curve.fidelity(k) <= fidelity; k++) {
                double reported = objective.loss(curve.value(objective.name(), k));
                loss = Double.isFinite(reported) ? reported : loss;
            }
        }
        return loss;
    }

    /** The observations with the smallest keys in their order, as many as asked for, and then the others. */
    private static List<Observation> ordered(List<Observation> observations, double[] keys, int most) {
        double last = most == 0 || keys.length == 0 ? Double.NEGATIVE_INFINITY : smallest(keys, most);
        var first = new ArrayList<Integer>();
        var others = new ArrayList<Observation>(keys.length);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] <= last) {
                first.add(i);
            } else {
                others.add(observations.get(i));
            }
        }
        first.sort(Comparator.comparingDouble(i -> keys[i]));
        var result = new ArrayList<Observation>(keys.length);
        first.forEach(i -> result.add(observations.get(i)));
        result.addAll(others);
        return result;
    }

    /** Each limit measured by how much it is broken on average, so that megabytes and seconds can be added. */
    private static double[] violations(List<Observation> broken, int constraints) {
        var means = new double[constraints];
        for (int k = 0; k < constraints; k++) {
            for (var observation : broken) {
                means[k] += Math.max(0, finite(observation.violations()[k])) / broken.size();
            }
        }
        var sums = new double[broken.size()];
        for (int i = 0; i < sums.length; i++) {
            for (int k = 0; k < constraints; k++) {
                double violation = Math.max(0, finite(broken.get(i).violations()[k]));
                sums[i] += violation > 0 ? violation / means[k] : 0;
            }
        }
        return sums;
    }

    private static double finite(double violation) {
        return Double.isNaN(violation) ? 0 : Math.min(violation, 1e100);
    }

    /**
     * By the rank of non-domination, and within a rank in the order in which they add most to the dominated volume
     * (Ozaki, Tanigaki, Watanabe, Nomura and Onishi 2022, Journal of Artificial Intelligence Research 73, section 4).
     */
    private static List<Observation> byVolume(Problem problem, List<Observation> observations, int wanted) {
        var losses = new double[observations.size()][];
        Arrays.setAll(losses, i -> observations.get(i).losses());
        var ranks = Dominance.ranks(losses);
        var result = new ArrayList<Observation>(losses.length);
        for (int rank = 0; result.size() < losses.length; rank++) {
            var members = new ArrayList<Integer>();
            for (int i = 0; i < ranks.length; i++) {
                if (ranks[i] == rank) {
                    members.add(i);
                }
            }
            var front = new double[members.size()][];
            Arrays.setAll(front, i -> losses[members.get(i)]);
            var subset =
                    Hypervolume.greedySubset(front, reference(problem, front), Math.max(0, wanted - result.size()));
            var taken = new boolean[front.length];
            for (int index : subset) {
                taken[index] = true;
                result.add(observations.get(members.get(index)));
            }
            for (int i = 0; i < front.length; i++) {
                if (!taken[i]) {
                    result.add(observations.get(members.get(i)));
                }
            }
        }
        return result;
    }

    /** What was asked for, else a tenth of its width behind the worst of a rank. */
    private static double[] reference(Problem problem, double[][] front) {
        var worst = front[0].clone();
        var best = front[0].clone();
        for (var point : front) {
            for (int k = 0; k < worst.length; k++) {
                worst[k] = Math.max(worst[k], point[k]);
                best[k] = Math.min(best[k], point[k]);
            }
        }
        for (int k = 0; k < worst.length; k++) {
            double width = worst[k] - best[k];
            worst[k] = problem.reference(k).orElse(worst[k] + (width > 0 ? width / 10 : 1));
        }
        return worst;
    }
}
