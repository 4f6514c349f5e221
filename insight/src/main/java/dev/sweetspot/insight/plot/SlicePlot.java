package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results against the values of each parameter; a panel for each parameter and objective. */
public final class SlicePlot implements Plot {
    /** More panels are not looked at. */
    private static final int PANELS = 12;

    @Override
    public String name() {
        return "slice";
    }

    @Override
    public String question() {
        return "Which values of each parameter gave good results?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objectives = studied.spec().objectives();
        var valued = studied.history().trials().stream()
                .filter(trial -> objectives.stream().anyMatch(one -> Double.isFinite(Values.of(trial, one))))
                .toList();
        if (valued.isEmpty()) {
            return new Drawing.Nothing("no trial has come to a result yet");
        }
        int each = Math.max(1, PANELS / objectives.size());
        var crowd = Crowd.of(valued, Crowd.MOST / Math.min(PANELS, each * objectives.size()) - 1);
        var panels = new ArrayList<Panel>();
        for (var objective : objectives) {
            Order.of(studied, trial -> Values.of(trial, objective)).stream()
                    .limit(each)
                    .map(parameter -> panel(studied, parameter, objective, crowd))
                    .filter(panel -> !panel.layers().isEmpty())
                    .forEach(panels::add);
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing("the study has no parameters");
        }
        int parameters = Openness.open(studied).size();
        var caption =
                "Each point is a trial at its value of the parameter; where the good points crowd together, the good values "
                        + "lie. Other parameters differ from point to point."
                        + (parameters > each
                                ? " " + each + " of " + parameters
                                        + " parameters are drawn, those that tell most first."
                                : "")
                        + crowd.note();
        return new Drawing.Drawn(new Chart(name(), "Results by parameter", caption, panels));
    }

    private static Panel.Plane panel(Studied studied, Parameter<?> parameter, Objective objective, Crowd crowd) {
        var place = ParameterAxis.of(parameter);
        var layers = new ArrayList<Layer>(new Scatter(
                        crowd.shown(),
                        trial -> place.place(trial.configuration()),
                        trial -> Values.of(trial, objective))
                .layers());
        studied.history()
                .best(studied.problem())
                .flatMap(best -> new Scatter(
                                List.of(best),
                                trial -> place.place(trial.configuration()),
                                trial -> Values.of(trial, objective))
                        .layer("best", Role.BEST, trial -> true, Optional.empty()))
                .ifPresent(layers::add);
        return new Panel.Plane(
                studied.spec().objectives().size() > 1
                        ? objective.name() + " by " + parameter.name()
                        : parameter.name(),
                place.axis(),
                Values.axis(objective, crowd.shown()),
                layers);
    }
}
