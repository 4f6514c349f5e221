package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which trials broke which limit: how many of them, and for each limit of the study the numbers that it is set to. Limits of
 * others count too, such as the memory of a machine that a trial ran into.
 */
public final class ConstraintsPlot implements Plot {
    @Override
    public String name() {
        return "constraints";
    }

    @Override
    public String question() {
        return "Which limits were broken, by how many trials, and by how much?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var trials = studied.history().trials();
        var broken = broken(studied.spec().constraints(), trials);
        if (broken.isEmpty()) {
            return new Drawing.Nothing("the study has no limits, and no trial ran into any other");
        }
        boolean none = broken.values().stream().allMatch(count -> count == 0);
        var known = studied.spec().constraints().stream()
                .map(constraint -> Map.entry(
                        constraint,
                        trials.stream()
                                .filter(trial -> Double.isFinite(value(trial, constraint)))
                                .toList()))
                .filter(each -> !each.getValue().isEmpty())
                .toList();
        if (none && known.isEmpty()) {
            return new Drawing.Nothing("no trial broke a limit (" + String.join(", ", broken.keySet())
                    + "), and none told how near it came");
        }
        var panels = new ArrayList<Panel>();
        if (!none) {
            panels.add(counts(broken));
        }
        int most = Crowd.MOST / Math.max(1, known.size()) - broken.size();
        known.forEach(each -> panels.add(panel(each.getKey(), Crowd.of(each.getValue(), most))));
        var note = known.stream()
                .map(each -> Crowd.of(each.getValue(), most).note())
                .distinct()
                .reduce("", String::concat);
        var caption = (none
                        ? "No trial broke a limit. The"
                        : "The bars say how many of " + trials.size() + (trials.size() == 1 ? " trial" : " trials")
                                + " broke each limit; the")
                + " points are the trials, and the line is the limit that they must keep." + note;
        return new Drawing.Drawn(new Chart(name(), "Limits", caption, panels));
    }

    /** How many trials broke each limit; 0 too, for a limit of the study. */
    private static Map<String, Integer> broken(List<Constraint> constraints, List<Trial> trials) {
        var counts = new LinkedHashMap<String, Integer>();
        constraints.forEach(constraint -> counts.put(inWords(constraint), (int)
                trials.stream().filter(trial -> breaks(trial, constraint)).count()));
        for (var trial : trials) {
            if (trial.outcome().orElse(null) instanceof Outcome.OverLimit over
                    && constraints.stream().noneMatch(one -> one.name().equals(over.constraint()))) {
                counts.merge(over.constraint(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String inWords(Constraint constraint) {
        return constraint.name()
                + (constraint.bound() == Constraint.Bound.AT_MOST ? " <= " : " >= ")
                + ParameterAxis.plain(constraint.limit());
    }

    private static double value(Trial trial, Constraint constraint) {
        return trial.outcome().orElse(null) instanceof Outcome.OverLimit over
                        && over.constraint().equals(constraint.name())
                ? over.value()
                : trial.value(constraint.name()).orElse(Double.NaN);
    }

    private static boolean breaks(Trial trial, Constraint constraint) {
        return constraint.violation(value(trial, constraint)) > 0;
    }

    private static Panel counts(Map<String, Integer> broken) {
        return new Panel.Plane(
                "trials that broke it",
                new Axis.Words("limit", List.copyOf(broken.keySet())),
                Axis.Numbers.linear("trials", ""),
                List.of(new Layer.Bars(
                        "broken", Role.FAILED, Series.of(broken.values(), Integer::doubleValue), Optional.empty())));
    }

    private static Panel panel(Constraint constraint, Crowd crowd) {
        var scatter = new Scatter(crowd.shown(), Trial::number, trial -> value(trial, constraint));
        var layers = new ArrayList<Layer>();
        scatter.layer("kept", Role.TRIAL, trial -> !breaks(trial, constraint), Optional.empty())
                .ifPresent(layers::add);
        scatter.layer("broken", Role.FAILED, trial -> breaks(trial, constraint), Optional.empty())
                .ifPresent(layers::add);
        layers.add(new Layer.Rule(inWords(constraint), Role.REFERENCE, Layer.Rule.Direction.LEVEL, constraint.limit()));
        return new Panel.Plane(
                constraint.name(),
                Axis.Numbers.linear("trial", ""),
                Axis.Numbers.linear(constraint.name(), ""),
                layers);
    }
}
