package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.chart.Layer.Shade.Better;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.List;

/** The values of objectives that can be drawn. */
final class Values {
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

    /** Which end of an objective is the good one. */
    static Better better(Objective objective) {
        return objective.direction() == Direction.MINIMIZE ? Better.LOW : Better.HIGH;
    }
}
