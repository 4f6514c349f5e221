package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.math.front.Dominance;
import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of what could be had at once of several objectives the trials had reached by then: the volume that they dominate,
 * as a share of the box between the best value of each objective and a reference point.
 *
 * <p>The reference is the one that was asked for; else the worst values of the trials that kept all limits.
 */
public final class HypervolumePlot implements Plot {
    private static final int STEPS = 500;
    /** Beyond three losses a volume takes long. */
    private static final int STEPS_OF_MANY = 25;

    @Override
    public String name() {
        return "hypervolume";
    }

    @Override
    public String question() {
        return "Is the front still moving, or would more trials bring little?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var problem = studied.problem();
        if (problem.objectives().size() < 2) {
            return new Drawing.Nothing("needs two objectives; this study has one");
        }
        var kept = Values.kept(studied);
        if (kept.size() < 2) {
            return new Drawing.Nothing("fewer than two trials ran to their end and kept all limits");
        }
        var losses = kept.stream().map(trial -> losses(trial, problem)).toArray(double[][]::new);
        var ideal = extreme(losses, -1);
        var reference = extreme(losses, 1);
        for (int k = 0; k < reference.length; k++) {
            reference[k] = problem.reference(k).orElse(reference[k]);
        }
        double box = 1;
        for (int k = 0; k < reference.length; k++) {
            box *= reference[k] - ideal[k];
        }
        if (!(box > 0)) {
            return new Drawing.Nothing(
                    "all trials are alike in one of the objectives, or none is better than the reference");
        }
        var changes = changes(losses);
        int most = reference.length > 3 ? STEPS_OF_MANY : STEPS;
        int[] looked = evenly(changes.size(), most);
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (int at : looked) {
            int last = changes.get(at).trial();
            x.add((double) kept.get(last).number());
            y.add(Hypervolume.of(changes.get(at).front().toArray(double[][]::new), reference) / box);
        }
        if (y.stream().allMatch(share -> share == 0)) {
            return new Drawing.Nothing("no trial is better than " + point(problem, reference)
                    + " in every objective at once, from where it is measured");
        }
        x.add((double) kept.get(kept.size() - 1).number());
        y.add(y.get(y.size() - 1));
        var caption =
                "The line rises when a trial reaches something that none before had reached in all objectives together; where "
                        + "it stays level, more trials bring little. 1 would be the best value of every objective at once; measured up to "
                        + point(problem, reference) + "."
                        + (looked.length < changes.size()
                                ? " It is computed at " + looked.length + " of " + changes.size()
                                        + " changes of the front, evenly picked."
                                : "");
        var line = new Layer.Line(
                "reached", Role.BEST, Series.of(x, at -> at), Series.of(y, at -> at), Layer.Line.Form.STEPS);
        return new Drawing.Drawn(new Chart(
                name(),
                "Hypervolume",
                caption,
                new Panel.Plane(
                        "",
                        Axis.Numbers.linear("trial", ""),
                        Axis.Numbers.linear("share of what could be had", "").from(0, 1),
                        List.of(line))));
    }

    private static double[] losses(Trial trial, Problem problem) {
        return problem.objectives().stream()
                .mapToDouble(one -> one.loss(Values.of(trial, one)))
                .toArray();
    }

    private static double[] extreme(double[][] losses, int sign) {
        var extreme = losses[0].clone();
        for (var row : losses) {
            Arrays.setAll(extreme, k -> sign > 0 ? Math.max(extreme[k], row[k]) : Math.min(extreme[k], row[k]));
        }
        return extreme;
    }

    /** The front after a trial that changed it. */
    private record Change(int trial, List<double[]> front) {}

    private static List<Change> changes(double[][] losses) {
        var changes = new ArrayList<Change>();
        var front = new ArrayList<double[]>();
        for (int i = 0; i < losses.length; i++) {
            var mine = losses[i];
            boolean covered =
                    front.stream().anyMatch(other -> Arrays.equals(other, mine) || Dominance.dominates(other, mine));
            if (!covered) {
                front.removeIf(other -> Dominance.dominates(mine, other));
                front.add(mine);
                changes.add(new Change(i, List.copyOf(front)));
            }
        }
        return changes;
    }

    /** So many places at most, the first and the last among them. */
    private static int[] evenly(int all, int most) {
        return all <= most
                ? IntStream.range(0, all).toArray()
                : IntStream.range(0, most)
                        .map(i -> (int) ((long) i * (all - 1) / (most - 1)))
                        .toArray();
    }

    private static String point(Problem problem, double[] reference) {
        return IntStream.range(0, reference.length)
                .mapToObj(k -> {
                    var objective = problem.objectives().get(k);
                    return objective.name() + " = " + ParameterAxis.plain(objective.loss(reference[k]));
                })
                .collect(Collectors.joining(", "));
    }
}
