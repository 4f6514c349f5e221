package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Layer.Shade.Better;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.math.distribution.RankCorrelation;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The trials in the plane of the two most important parameters, in the colours of their ranks; a panel for each objective. */
public final class RankPlot implements Plot {
    @Override
    public String name() {
        return "rank";
    }

    @Override
    public String question() {
        return "Where do the good trials lie, in the two most important parameters?";
    }

    @Override
    public Drawing draw(Studied studied) {
        if (studied.space().parameters().size() < 2) {
            return new Drawing.Nothing("needs two parameters");
        }
        var objectives = studied.spec().objectives();
        var panels = new ArrayList<Panel>();
        int placeless = 0;
        var note = "";
        for (var objective : objectives) {
            var valued = Values.with(studied.history().trials(), objective);
            var crowd = Crowd.of(valued, Crowd.MOST / objectives.size());
            var panel = panel(studied, objective, crowd);
            if (!panel.layers().isEmpty()) {
                panels.add(panel);
                placeless = Math.max(
                        placeless,
                        crowd.shown().size()
                                - panel.layers().stream().mapToInt(Layer::size).sum());
                note = crowd.note();
            }
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing("no trial with a result has both of the most important parameters");
        }
        var caption =
                "Each point is a trial; its colour is its rank among all, 1 being the best, so that a few very bad results do not "
                        + "hide the differences between the others."
                        + note
                        + (placeless > 0
                                ? " Trials in which one of the two parameters is not active have no place here."
                                : "");
        return new Drawing.Drawn(new Chart(name(), "Ranks by two parameters", caption, panels));
    }

    /** The next one that most of the trials have with the first; the next one where there is none. */
    private static Parameter<?> second(List<Parameter<?>> order, List<Trial> trials) {
        var first = order.get(0).name();
        return order.stream()
                .skip(1)
                .filter(parameter -> 2
                                * trials.stream()
                                        .map(Trial::configuration)
                                        .filter(values -> values.contains(first) && values.contains(parameter.name()))
                                        .count()
                        >= trials.size())
                .findFirst()
                .orElse(order.get(1));
    }

    private static Panel.Plane panel(Studied studied, Objective objective, Crowd crowd) {
        var order = Learnt.order(studied, objective);
        var x = ParameterAxis.of(order.get(0));
        var y = ParameterAxis.of(second(order, crowd.shown()));
        var valued = Values.with(studied.history().trials(), objective);
        var ranks = RankCorrelation.ranks(valued.stream()
                .mapToDouble(trial -> objective.loss(Values.of(trial, objective)))
                .toArray());
        var byNumber = new HashMap<Integer, Double>();
        for (int i = 0; i < ranks.length; i++) {
            byNumber.put(valued.get(i).number(), ranks[i] + 1);
        }
        Scatter.Shading shading = trials -> new Layer.Shade(
                Axis.Numbers.linear("rank in " + objective.name(), ""),
                Series.of(trials, trial -> byNumber.getOrDefault(trial.number(), Double.NaN)),
                Better.LOW);
        var layers = new Scatter(
                        crowd.shown(), trial -> x.place(trial.configuration()), trial -> y.place(trial.configuration()))
                .layer("trials", Role.TRIAL, (Trial trial) -> true, Optional.of(shading))
                .map(layer -> List.of(layer))
                .orElse(List.of());
        return new Panel.Plane(
                studied.spec().objectives().size() > 1 ? objective.name() : "", x.axis(), y.axis(), layers);
    }
}
