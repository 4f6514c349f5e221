package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.insight.influence.Marginal;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each parameter does on average over all others, and how sure that is; the most important first. */
public final class MarginalPlot implements Plot {
    private static final int PANELS = 12;

    @Override
    public String name() {
        return "marginal";
    }

    @Override
    public String question() {
        return "What does changing one parameter do, the others being what they may?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objectives = studied.spec().objectives();
        int each = Math.max(1, PANELS / objectives.size());
        var panels = new ArrayList<Panel>();
        for (var objective : objectives) {
            var landscape = Learnt.of(studied, objective);
            Learnt.order(studied, objective).stream()
                    .limit(each)
                    .flatMap(parameter -> Marginal.of(landscape, parameter).stream())
                    .map(marginal -> panel(objective, marginal))
                    .forEach(panels::add);
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing("too few trials have come to a result to say what a parameter does");
        }
        int parameters = Openness.open(studied).size();
        var caption =
                "The line is the mean result at each value of the parameter, over all values of the others; in the band it lies with 95 % "
                        + "probability, wide where there are few trials. It is an average: near the best trial the parameter may do something else."
                        + (parameters > each
                                ? " " + each + " of " + parameters + " parameters are drawn, the most important."
                                : "")
                        + Learnt.note(studied);
        return new Drawing.Drawn(new Chart(name(), "Effect of each parameter", caption, panels));
    }

    private static Panel panel(Objective objective, Marginal marginal) {
        var parameter = marginal.parameter();
        return parameter instanceof ListedParameter<?> || parameter instanceof BooleanParameter
                ? words(objective, marginal)
                : numbers(objective, marginal);
    }

    private static double place(Parameter<?> parameter, Marginal.Part part) {
        return ParameterAxis.of(parameter).place(Configuration.of(Map.of(parameter.name(), part.value())));
    }

    private static Panel numbers(Objective objective, Marginal marginal) {
        var parameter = marginal.parameter();
        var parts = marginal.parts().stream()
                .sorted((one, other) -> Double.compare(place(parameter, one), place(parameter, other)))
                .toList();
        var x = Series.of(parts, part -> place(parameter, part));
        return new Panel.Plane(
                parameter.name(),
                ParameterAxis.of(parameter).axis(),
                Axis.Numbers.linear(objective.name(), ""),
                List.of(
                        new Layer.Band(
                                "95 % band",
                                Role.BELIEVED,
                                x,
                                Series.of(parts, Marginal.Part::low),
                                Series.of(parts, Marginal.Part::high)),
                        new Layer.Line(
                                "mean",
                                Role.BELIEVED,
                                x,
                                Series.of(parts, Marginal.Part::mean),
                                Layer.Line.Form.STRAIGHT)));
    }

    /** Between words there is nothing: a stretch for each. */
    private static Panel words(Objective objective, Marginal marginal) {
        var parameter = marginal.parameter();
        var parts = marginal.parts();
        var rows = Series.of(parts, part -> place(parameter, part));
        var means = Series.of(parts, Marginal.Part::mean);
        return new Panel.Plane(
                parameter.name(),
                Axis.Numbers.linear(objective.name(), ""),
                ParameterAxis.of(parameter).axis(),
                List.of(
                        new Layer.Spans(
                                "95 % band",
                                Role.BELIEVED,
                                rows,
                                Series.of(parts, Marginal.Part::low),
                                Series.of(parts, Marginal.Part::high),
                                Layer.About.NOTHING),
                        new Layer.Points("mean", Role.BELIEVED, means, rows, Layer.About.NOTHING, Optional.empty())));
    }
}
