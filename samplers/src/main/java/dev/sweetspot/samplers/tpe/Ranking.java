package dev.sweetspot.samplers.tpe;

import dev.sweetspot.math.front.Dominance;
import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.surrogate.Evidence;
import dev.sweetspot.surrogate.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The trials from the best to the worst, ended and paused ones. Those that kept all limits come first, then those that
 * broke them by how much, then those without a loss. Of the first, those that came as far as the model looks come before
 * those that were ended earlier, and these by how far they came: whoever ended them saw that they were worse.
 *
 * @param trials all of them
 * @param kept how many at the beginning have losses and kept all limits, as far as is known
 * @param fidelity how far the model looks
 */
record Ranking(List<Observation> trials, int kept, double fidelity) {
    /**
     * The ranking of all that is known.
     *
     * @param enough how many trials make a model
     */
    static Ranking of(Evidence evidence, int enough) {
        var kept = new ArrayList<Observation>();
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
        double fidelity = fidelity(evidence, kept, enough);
        var ranked = order(evidence, kept, fidelity);
        ranked.addAll(ordered(
                broken, violations(broken, evidence.problem().constraints().size())));
        ranked.addAll(rest);
        return new Ranking(List.copyOf(ranked), kept.size(), fidelity);
    }

    /** The largest fidelity that enough trials reached (Falkner, Klein and Hutter 2018, section 4.1). */
    private static double fidelity(Evidence evidence, List<Observation> kept, int enough) {
        var reached = new double[kept.size()];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = kept.get(i).fidelity(evidence.problem());
        }
        Arrays.sort(reached);
        return reached.length == 0 ? 0 : reached[Math.max(0, reached.length - enough)];
    }

    private static List<Observation> order(Evidence evidence, List<Observation> kept, double fidelity) {
        var far = new ArrayList<Observation>();
        var early = new ArrayList<Observation>();
        for (var observation : kept) {
            (observation.fidelity(evidence.problem()) >= fidelity ? far : early).add(observation);
        }
        boolean single = evidence.problem().objectives().size() == 1;
        var ranked = single
                ? ordered(
                        far, losses(far, evidence.problem().objectives().get(0).name(), evidence, fidelity))
                : byVolume(far);
        early.sort(Comparator.<Observation>comparingDouble(o -> -o.fidelity(evidence.problem()))
                .thenComparingDouble(o -> o.losses()[0]));
        ranked.addAll(early);
        return ranked;
    }

    /** The losses at a fidelity, from the curves where there are any. */
    private static double[] losses(List<Observation> far, String name, Evidence evidence, double fidelity) {
        var objective = evidence.problem().objectives().get(0);
        var losses = new double[far.size()];
        for (int i = 0; i < losses.length; i++) {
            var curve = far.get(i).curve();
            losses[i] = far.get(i).losses()[0];
            if (curve.reached() > fidelity) {
                for (int k = 0; k < curve.size() && curve.fidelity(k) <= fidelity; k++) {
                    double loss = objective.loss(curve.value(name, k));
                    losses[i] = Double.isFinite(loss) ? loss : losses[i];
                }
            }
        }
        return losses;
    }

    private static List<Observation> ordered(List<Observation> observations, double[] keys) {
        var order = new Integer[observations.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> keys[i]));
        var result = new ArrayList<Observation>(order.length);
        for (int index : order) {
            result.add(observations.get(index));
        }
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
    private static List<Observation> byVolume(List<Observation> observations) {
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
            // Beyond the first hundreds the order within a rank tells good from bad no more.
            int most = result.size() < 300 ? 50 : 0;
            var subset = Hypervolume.greedySubset(front, reference(front), most);
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

    /** A tenth of its width behind the worst of a rank. */
    private static double[] reference(double[][] front) {
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
            worst[k] += width > 0 ? width / 10 : 1;
        }
        return worst;
    }
}
