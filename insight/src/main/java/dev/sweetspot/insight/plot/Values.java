package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer.Shade.Better;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.List;

/** The values of objectives that can be drawn. */
final class Values {
    private static final double WIDE = 30;

    private Values() {}

    /** That of a trial; NaN where it has none that is finite. */
    static double of(Trial trial, Objective objective) {
        double value = trial.value(objective.name()).orElse(Double.NaN);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** The trials that have one. */
    static List<Trial> with(List<Trial> trials, Objective objective) {
        return trials.stream()
                .filter(trial -> Double.isFinite(of(trial, objective)))
                .toList();
    }

    /** The trials that ran to their end, kept all limits and have a value of every objective. */
    static List<Trial> kept(Studied studied) {
        var problem = studied.problem();
        return studied.history().trials().stream()
                .filter(Trial::completed)
                .filter(trial -> problem.objectives().stream().allMatch(one -> Double.isFinite(of(trial, one))))
                .filter(trial -> problem.constraints().stream()
                        .noneMatch(one -> one.violation(trial.value(one.name()).orElse(Double.NaN)) > 0))
                .toList();
    }

    /** That of an objective's values: of equal ratios where they differ by so much that nothing would be seen otherwise. */
    static Axis.Numbers axis(Objective objective, List<Trial> trials) {
        var values = trials.stream()
                .mapToDouble(trial -> of(trial, objective))
                .filter(Double::isFinite)
                .summaryStatistics();
        boolean wide = values.getMin() > 0 && values.getMax() > WIDE * values.getMin();
        return wide ? Axis.Numbers.logarithmic(objective.name(), "") : Axis.Numbers.linear(objective.name(), "");
    }

    /** Which end of an objective is the good one. */
    static Better better(Objective objective) {
        return objective.direction() == Direction.MINIMIZE ? Better.LOW : Better.HIGH;
    }
}
