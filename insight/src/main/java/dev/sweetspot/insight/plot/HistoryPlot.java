package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** The results in the order in which trials began, and the best so far; a panel for each objective. */
public final class HistoryPlot implements Plot {
    @Override
    public String name() {
        return "history";
    }

    @Override
    public String question() {
        return "How did the search go on, and is it still getting better?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var trials = studied.history().trials();
        var panels = studied.spec().objectives().stream()
                .map(objective -> panel(studied, objective))
                .filter(panel -> !panel.layers().isEmpty())
                .toList();
        if (panels.isEmpty()) {
            return new Drawing.Nothing("no trial has come to a result yet");
        }
        var caption = "Each point is a trial; the line is the best that ran to its end so far."
                + Crowd.of(trials).note();
        return new Drawing.Drawn(new Chart(name(), "Optimisation history", caption, List.copyOf(panels)));
    }

    private static Panel.Plane panel(Studied studied, Objective objective) {
        var name = objective.name();
        var measured = studied.history().trials().stream()
                .filter(trial -> trial.value(name).isPresent())
                .toList();
        var layers = new ArrayList<Layer>();
        points(
                "put aside or running",
                Role.ASIDE,
                name,
                measured.stream().filter(trial -> !trial.completed()).toList(),
                layers);
        var whole = measured.stream().filter(Trial::completed).toList();
        points("trials", Role.TRIAL, name, whole, layers);
        if (!whole.isEmpty()) {
            layers.add(best(objective, whole));
        }
        return new Panel.Plane(
                studied.spec().objectives().size() > 1 ? name : "",
                Axis.Numbers.linear("trial", ""),
                Values.axis(objective, measured),
                layers);
    }

    private static void points(String word, Role role, String name, List<Trial> trials, List<Layer> layers) {
        var shown = Crowd.of(trials).shown();
        if (!shown.isEmpty()) {
            var numbers = Series.of(shown, Trial::number);
            var values = Series.of(shown, trial -> trial.value(name).orElse(Double.NaN));
            layers.add(new Layer.Points(word, role, numbers, values, Layer.About.trials(numbers)));
        }
    }

    /** A point where it got better, and one at the end. */
    private static Layer best(Objective objective, List<Trial> whole) {
        var steps = new ArrayList<Trial>();
        double best = Double.NaN;
        for (var trial : whole) {
            double value = trial.value(objective.name()).orElse(Double.NaN);
            if (objective.better(value, best)) {
                best = value;
                steps.add(trial);
            }
        }
        var x = new ArrayList<>(
                steps.stream().map(trial -> (double) trial.number()).toList());
        var y = new ArrayList<>(steps.stream()
                .map(trial -> trial.value(objective.name()).orElse(Double.NaN))
                .toList());
        x.add((double) whole.get(whole.size() - 1).number());
        y.add(best);
        return new Layer.Line(
                "best so far",
                Role.BEST,
                Series.of(x, number -> number),
                Series.of(y, number -> number),
                Layer.Line.Form.STEPS);
    }
}
