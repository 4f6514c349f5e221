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
import java.util.stream.IntStream;

/** Which share of the trials came to at most each value: the empirical distribution, a panel for each objective. */
public final class DistributionPlot implements Plot {
    private static final int STEPS = 1_000;

    @Override
    public String name() {
        return "distribution";
    }

    @Override
    public String question() {
        return "How usual are good results in this space?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var whole = studied.history().trials().stream().filter(Trial::completed).toList();
        var panels = studied.spec().objectives().stream()
                .filter(objective -> !Values.with(whole, objective).isEmpty())
                .map(objective -> panel(studied, objective, Values.with(whole, objective)))
                .toList();
        if (panels.isEmpty()) {
            return new Drawing.Nothing("no trial has run to its end yet");
        }
        var caption =
                "The height of the line is the share of the trials that came to at most that value, of those that ran to "
                        + "their end. A steep stretch is a usual result; the rule is the best one.";
        return new Drawing.Drawn(new Chart(name(), "Distribution of the results", caption, List.copyOf(panels)));
    }

    private static Panel panel(Studied studied, Objective objective, List<Trial> trials) {
        var sorted = trials.stream()
                .mapToDouble(trial -> Values.of(trial, objective))
                .sorted()
                .toArray();
        int n = sorted.length;
        int steps = Math.min(n, STEPS);
        var places = IntStream.range(0, steps)
                .map(i -> steps == 1 ? 0 : (int) ((long) i * (n - 1) / (steps - 1)))
                .toArray();
        var x = new double[steps + 1];
        var y = new double[steps + 1];
        // Below the least value there is nothing.
        x[0] = sorted[0];
        for (int i = 0; i < steps; i++) {
            x[i + 1] = sorted[places[i]];
            y[i + 1] = (places[i] + 1.0) / n;
        }
        double best = objective.loss(1) > 0 ? sorted[0] : sorted[n - 1];
        var layers = new ArrayList<Layer>();
        layers.add(new Layer.Line("trials", Role.TRIAL, Series.of(x), Series.of(y), Layer.Line.Form.STEPS));
        layers.add(new Layer.Rule("best", Role.BEST, Layer.Rule.Direction.UPRIGHT, best));
        return new Panel.Plane(
                studied.spec().objectives().size() > 1 ? objective.name() : "",
                Axis.Numbers.linear(objective.name(), ""),
                Axis.Numbers.linear("share of the trials", "").from(0, 1),
                layers);
    }
}
