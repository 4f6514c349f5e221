package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Trials as points by two of their numbers: those that ran to their end, those that did not, and those that broke a limit, each
 * in their own colour. A trial without one of the numbers is not drawn.
 */
record Scatter(List<Trial> trials, ToDoubleFunction<Trial> x, ToDoubleFunction<Trial> y) {
    Scatter {
        var horizontal = x;
        var vertical = y;
        trials = trials.stream()
                .filter(trial -> Double.isFinite(horizontal.applyAsDouble(trial))
                        && Double.isFinite(vertical.applyAsDouble(trial)))
                .toList();
    }

    static boolean over(Trial trial) {
        return trial.outcome().filter(Outcome.OverLimit.class::isInstance).isPresent();
    }

    /** A layer for each kind of which there are trials; those that ran to their end lie above. */
    List<Layer> layers() {
        var layers = new ArrayList<Layer>();
        layer("over a limit", Role.FAILED, Scatter::over, Optional.empty()).ifPresent(layers::add);
        layer("put aside or running", Role.ASIDE, trial -> !trial.completed() && !over(trial), Optional.empty())
                .ifPresent(layers::add);
        layer("trials", Role.TRIAL, Trial::completed, Optional.empty()).ifPresent(layers::add);
        return layers;
    }

    /** A layer of those that are meant, in the colours of a further number; empty where there are none. */
    Optional<Layer> layer(String name, Role role, Predicate<Trial> which, Optional<Shading> shading) {
        var meant = trials.stream().filter(which).toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Layer.Points(
                name,
                role,
                Series.of(meant, x),
                Series.of(meant, y),
                Layer.About.trials(Series.of(meant, Trial::number)),
                shading.map(given -> given.of(meant))));
    }

    /** A further number of trials, shown by colours. */
    interface Shading {
        /** That of some trials, in their order. */
        Layer.Shade of(List<Trial> trials);
    }
}
