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
import java.util.stream.DoubleStream;

/** How the objective of each trial went as it was run further; a panel for each objective. */
public final class LearningCurvesPlot implements Plot {
    /** A curve of more reports is drawn by so many of them. */
    private static final int REPORTS = 100;

    @Override
    public String name() {
        return "learning-curves";
    }

    @Override
    public String question() {
        return "How fast did the trials learn, and were the right ones stopped?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objectives = studied.spec().objectives();
        var told = studied.history().trials().stream()
                .filter(trial -> objectives.stream().anyMatch(objective -> values(trial, objective) > 1))
                .toList();
        if (told.isEmpty()) {
            return new Drawing.Nothing("no trial has reported more than once");
        }
        var crowd = crowd(told, Crowd.MOST / objectives.size());
        var panels = objectives.stream()
                .map(objective -> panel(studied, objective, crowd.shown()))
                .filter(panel -> !panel.layers().isEmpty())
                .toList();
        var caption =
                "Each line is a trial as it was run further, from left to right; the strong one is the best trial. Lines "
                        + "that end early were stopped or wait to be gone on with."
                        + crowd.note();
        return new Drawing.Drawn(new Chart(name(), "Learning curves", caption, List.copyOf(panels)));
    }

    private static long values(Trial trial, Objective objective) {
        return DoubleStream.of(trial.curve().values(objective.name()))
                .filter(Double::isFinite)
                .count();
    }

    /** As many trials as make no more marks than that, a gap between any two. */
    private static Crowd crowd(List<Trial> told, int most) {
        int count = told.size();
        while (true) {
            var crowd = Crowd.of(told, Math.max(2, count));
            long marks = crowd.shown().stream()
                    .mapToLong(trial -> Math.min(REPORTS, trial.curve().size()) + 1L)
                    .sum();
            if (marks <= most || count <= 2) {
                return crowd;
            }
            count = (int) Math.min(count - 1L, crowd.shown().size() * (long) most / marks);
        }
    }

    private static Panel.Plane panel(Studied studied, Objective objective, List<Trial> trials) {
        var best = studied.history().best(studied.problem()).filter(trial -> values(trial, objective) > 1);
        var others = trials.stream()
                .filter(trial -> best.isEmpty() || best.get().number() != trial.number())
                .filter(trial -> values(trial, objective) > 0)
                .toList();
        var layers = new ArrayList<Layer>();
        lines(
                "not run to the end",
                Role.ASIDE,
                objective,
                others.stream().filter(trial -> !trial.completed()).toList(),
                layers);
        lines(
                "run to the end",
                Role.TRIAL,
                objective,
                others.stream().filter(Trial::completed).toList(),
                layers);
        best.ifPresent(trial -> lines("best", Role.BEST, objective, List.of(trial), layers));
        return new Panel.Plane(
                studied.spec().objectives().size() > 1 ? objective.name() : "",
                Axis.Numbers.linear(studied.problem().fidelity().unit(), ""),
                Values.axis(objective, trials),
                layers);
    }

    private static void lines(String name, Role role, Objective objective, List<Trial> trials, List<Layer> layers) {
        if (trials.isEmpty()) {
            return;
        }
        var x = DoubleStream.builder();
        var y = DoubleStream.builder();
        var numbers = DoubleStream.builder();
        for (int i = 0; i < trials.size(); i++) {
            var trial = trials.get(i);
            var curve = trial.curve();
            var values = curve.values(objective.name());
            int drawn = Math.min(REPORTS, curve.size());
            if (i > 0) {
                x.add(Double.NaN);
                y.add(Double.NaN);
                numbers.add(trial.number());
            }
            for (int k = 0; k < drawn; k++) {
                int report = drawn == 1 ? 0 : (int) ((long) k * (curve.size() - 1) / (drawn - 1));
                x.add(curve.fidelity(report));
                y.add(Double.isFinite(values[report]) ? values[report] : Double.NaN);
                numbers.add(trial.number());
            }
        }
        layers.add(new Layer.Line(
                name,
                role,
                Series.of(x.build().toArray()),
                Series.of(y.build().toArray()),
                Layer.Line.Form.STRAIGHT,
                Layer.About.trials(Series.of(numbers.build().toArray()))));
    }
}
