package dev.sweetspot.surrogate;

import dev.sweetspot.math.front.Dominance;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How good trials are that came differently far. Each meets each other at the fidelity that both reached, and the better
 * rank of non-domination there wins; what counts is the share of duels won (Copeland's rule). So a trial that was ended
 * early for being worse than others stays behind these, and one that was trained to its end without a contest does not win
 * by that alone.
 */
final class Duels {
    private static final int MOST_LEVELS = 12;

    private final List<Observation> trials;
    private final Problem problem;
    private final double[] reached;

    private Duels(List<Observation> trials, Problem problem) {
        this.trials = trials;
        this.problem = problem;
        this.reached =
                trials.stream().mapToDouble(trial -> reached(trial, problem)).toArray();
    }

    /** A trial that completed came all the way, also where it needed fewer steps than it might have had. */
    private static double reached(Observation observation, Problem problem) {
        return observation.complete()
                ? problem.fidelity().most()
                : observation.curve().reached();
    }

    /** Ranks from 0, equal ones for equal shares; where all came as far, those of non-domination. */
    static int[] ranks(List<Observation> trials, Problem problem) {
        var duels = new Duels(trials, problem);
        var levels = duels.levels();
        if (levels.size() <= 1) {
            return Dominance.ranks(trials.stream().map(Observation::losses).toArray(double[][]::new));
        }
        var won = new double[trials.size()];
        for (double level : levels) {
            duels.fight(level, won);
        }
        var order = Arrays.stream(won).distinct().sorted().toArray();
        return Arrays.stream(won)
                .mapToInt(wins -> order.length - 1 - Arrays.binarySearch(order, wins))
                .toArray();
    }

    /** The fidelities at which trials meet: those that were reached or, when they are many, halves of halves of the most. */
    private Set<Double> levels() {
        var levels = new TreeSet<Double>();
        Arrays.stream(reached).forEach(levels::add);
        if (levels.size() > MOST_LEVELS) {
            for (int i = 0; i < reached.length; i++) {
                double level = problem.fidelity().most();
                while (level > reached[i] && level > problem.fidelity().least() / 2) {
                    level /= 2;
                }
                reached[i] = level;
            }
            levels.clear();
            Arrays.stream(reached).forEach(levels::add);
        }
        return levels;
    }

    /** Adds the duels between those that ended at a level and those that came at least as far. */
    private void fight(double level, double[] won) {
        var group = new ArrayList<Integer>();
        for (int i = 0; i < reached.length; i++) {
            if (reached[i] >= level) {
                group.add(i);
            }
        }
        var ranks = ranksAt(level, group);
        int worst = Arrays.stream(ranks).max().orElse(0);
        var all = new int[worst + 2];
        var ended = new int[worst + 2];
        for (int k = 0; k < ranks.length; k++) {
            all[ranks[k]]++;
            ended[ranks[k]] += reached[group.get(k)] == level ? 1 : 0;
        }
        var allBehind = behind(all);
        var endedBehind = behind(ended);
        for (int k = 0; k < ranks.length; k++) {
            boolean here = reached[group.get(k)] == level;
            var others = here ? all : ended;
            var othersBehind = here ? allBehind : endedBehind;
            won[group.get(k)] += othersBehind[ranks[k]] + (others[ranks[k]] - (here ? 1 : 0)) / 2.0;
        }
    }

    private static int[] behind(int[] counts) {
        var behind = new int[counts.length];
        for (int rank = counts.length - 2; rank >= 0; rank--) {
            behind[rank] = behind[rank + 1] + counts[rank + 1];
        }
        return behind;
    }

    /** Ranks at a level; those without finite losses there share the last. */
    private int[] ranksAt(double level, List<Integer> group) {
        var measured = new ArrayList<Integer>();
        var losses = new ArrayList<double[]>();
        for (int k = 0; k < group.size(); k++) {
            var at = lossesAt(level, group.get(k));
            if (Arrays.stream(at).allMatch(Double::isFinite)) {
                measured.add(k);
                losses.add(at);
            }
        }
        var fronts = Dominance.ranks(losses.toArray(double[][]::new));
        var ranks = new int[group.size()];
        Arrays.fill(ranks, Arrays.stream(fronts).max().orElse(-1) + 1);
        for (int k = 0; k < fronts.length; k++) {
            ranks[measured.get(k)] = fronts[k];
        }
        return ranks;
    }

    /** The latest report up to a level; the losses at the end for a trial that ended there or never reported before. */
    private double[] lossesAt(double level, int index) {
        var trial = trials.get(index);
        var curve = trial.curve();
        int report = curve.size() - 1;
        while (report >= 0 && curve.fidelity(report) > level) {
            report--;
        }
        if (reached[index] == level || report < 0) {
            return trial.losses();
        }
        var objectives = problem.objectives();
        var losses = new double[objectives.size()];
        for (int k = 0; k < losses.length; k++) {
            losses[k] = objectives.get(k).loss(curve.value(objectives.get(k).name(), report));
        }
        return losses;
    }
}
