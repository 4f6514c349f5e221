package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What can be had at once of several objectives: the trials that no other beats in all of them, among all others. With two
 * objectives in one plane, with more in a plane for each pair.
 */
public final class FrontPlot implements Plot {
    private static final int PLANES = 6;

    @Override
    public String name() {
        return "front";
    }

    @Override
    public String question() {
        return "What must be given up of one objective to gain in another?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objectives = studied.spec().objectives();
        if (objectives.size() < 2) {
            return new Drawing.Nothing("needs two objectives; this study has one");
        }
        var measured = studied.history().trials().stream()
                .filter(trial -> objectives.stream().allMatch(one -> Double.isFinite(Values.of(trial, one))))
                .toList();
        if (measured.isEmpty()) {
            return new Drawing.Nothing("no trial has come to a result in every objective yet");
        }
        var front = studied.history().front(studied.problem());
        int pairs = objectives.size() * (objectives.size() - 1) / 2;
        int most = Crowd.MOST / (2 * Math.min(PLANES, pairs));
        var on = front.stream().map(Trial::number).collect(Collectors.toCollection(HashSet::new));
        var crowd = Crowd.of(
                measured.stream().filter(trial -> !on.contains(trial.number())).toList(), most);
        var members = Crowd.of(front, Math.max(2, most / 2));
        var panels = new ArrayList<Panel>();
        for (int i = 0; i < objectives.size(); i++) {
            for (int k = i + 1; k < objectives.size() && panels.size() < PLANES; k++) {
                panels.add(panel(studied, objectives.get(i), objectives.get(k), members.shown(), crowd));
            }
        }
        var caption =
                "Each point is a trial; no trial that kept the limits is better than a highlighted one in every objective at "
                        + "once: who wants more of one must choose another point of these and pay with the other objective."
                        + (objectives.size() > 2
                                ? " With more than two objectives a point may look beaten in one plane: it is better in an objective that is not drawn there."
                                : "")
                        + (members.shown().size() < front.size()
                                ? " " + members.shown().size() + " of " + front.size()
                                        + " trials of the front are drawn, evenly picked."
                                : "")
                        + (crowd.shown().size() < crowd.all()
                                ? " " + crowd.shown().size() + " of " + crowd.all()
                                        + " other trials are drawn, evenly picked."
                                : "");
        return new Drawing.Drawn(new Chart(name(), "Front", caption, panels));
    }

    private static Panel panel(Studied studied, Objective x, Objective y, List<Trial> front, Crowd others) {
        var layers = new ArrayList<Layer>(
                new Scatter(others.shown(), trial -> Values.of(trial, x), trial -> Values.of(trial, y)).layers());
        if (!front.isEmpty()) {
            boolean two = studied.spec().objectives().size() == 2;
            if (two) {
                layers.add(stairs(x, y, front));
            }
            new Scatter(front, trial -> Values.of(trial, x), trial -> Values.of(trial, y))
                    .layer("front", Role.BEST, trial -> true, Optional.empty())
                    .ifPresent(layers::add);
        }
        limit(studied, x).ifPresent(at -> layers.add(rule(x, Layer.Rule.Direction.UPRIGHT, at)));
        limit(studied, y).ifPresent(at -> layers.add(rule(y, Layer.Rule.Direction.LEVEL, at)));
        return new Panel.Plane(
                studied.spec().objectives().size() == 2 ? "" : x.name() + " and " + y.name(),
                axis(x, front, others),
                axis(y, front, others),
                layers);
    }

    private static Axis axis(Objective objective, List<Trial> front, Crowd others) {
        return Values.axis(
                objective,
                Stream.concat(front.stream(), others.shown().stream()).toList());
    }

    private static Layer rule(Objective objective, Layer.Rule.Direction direction, double at) {
        return new Layer.Rule("limit of " + objective.name(), Role.REFERENCE, direction, at);
    }

    /** What an objective must keep by a limit or a preferred region. */
    private static Optional<Double> limit(Studied studied, Objective objective) {
        var constraint = studied.spec().constraints().stream()
                .filter(one -> one.name().equals(objective.name()))
                .map(one -> one.limit())
                .findFirst();
        return studied.problem().preference() instanceof Preference.Region region
                ? constraint.or(() -> Optional.ofNullable(region.limits().get(objective.name())))
                : constraint;
    }

    /**
     * The border of what was reached, from left to right. Between two points the one holds that is at least as good along the x
     * axis: the left one where small x are good. So the corner lies right of it, or left of the right one.
     */
    private static Layer stairs(Objective x, Objective y, List<Trial> front) {
        var sorted = new ArrayList<>(front);
        sorted.sort(Comparator.<Trial>comparingDouble(trial -> Values.of(trial, x))
                .thenComparingDouble(trial -> Values.of(trial, y)));
        var across = DoubleStream.builder();
        var up = DoubleStream.builder();
        for (int i = 0; i < sorted.size(); i++) {
            double atX = Values.of(sorted.get(i), x);
            double atY = Values.of(sorted.get(i), y);
            if (i > 0) {
                boolean left = x.direction() == Direction.MINIMIZE;
                across.add(left ? atX : Values.of(sorted.get(i - 1), x));
                up.add(left ? Values.of(sorted.get(i - 1), y) : atY);
            }
            across.add(atX);
            up.add(atY);
        }
        return new Layer.Line(
                "border of what was reached",
                Role.BEST,
                Series.of(across.build().toArray()),
                Series.of(up.build().toArray()),
                Layer.Line.Form.STRAIGHT);
    }
}
