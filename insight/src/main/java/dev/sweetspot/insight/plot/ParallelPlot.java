package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An axis for each parameter and each objective beside each other, and every trial a line across them. */
public final class ParallelPlot implements Plot {
    /** Each line has a point on each axis. */
    private static final int MOST = Crowd.MOST / 5;

    @Override
    public String name() {
        return "parallel";
    }

    @Override
    public String question() {
        return "Which values do the good trials have in common?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var objectives = studied.spec().objectives();
        var first = objectives.get(0);
        var valued = Values.with(studied.history().trials(), first);
        if (valued.isEmpty()) {
            return new Drawing.Nothing("no trial has come to a result yet");
        }
        var places = Openness.open(studied).stream().map(ParameterAxis::of).toList();
        var shown = shown(valued, first);
        var axes = new ArrayList<Axis>();
        var columns = new ArrayList<Series>();
        for (var place : places) {
            axes.add(place.axis());
            columns.add(Series.of(shown, trial -> place.place(trial.configuration())));
        }
        for (var objective : objectives) {
            axes.add(Axis.Numbers.linear(objective.name(), ""));
            columns.add(Series.of(shown, trial -> Values.of(trial, objective)));
        }
        var shade = new Layer.Shade(
                Axis.Numbers.linear(first.name(), ""),
                Series.of(shown, trial -> Values.of(trial, first)),
                Values.better(first));
        var caption =
                "Each line is a trial: follow it from axis to axis to read its values; its colour is " + first.name()
                        + ". Mark a stretch of an axis to see only the trials that go through it."
                        + note(shown.size(), valued.size());
        var panel = new Panel.Parallel("", axes, columns, shade, Layer.About.trials(Series.of(shown, Trial::number)));
        return new Drawing.Drawn(new Chart(name(), "Parallel coordinates", caption, panel));
    }

    /** All, or the best, which one looks for, and as many of the others. */
    private static List<Trial> shown(List<Trial> valued, Objective objective) {
        if (valued.size() <= MOST) {
            return valued;
        }
        var sorted = new ArrayList<>(valued);
        sorted.sort(Comparator.comparingDouble(trial -> objective.loss(Values.of(trial, objective))));
        int best = MOST / 2;
        var chosen = new ArrayList<>(sorted.subList(0, best));
        var others = new ArrayList<>(sorted.subList(best, sorted.size()));
        others.sort(Comparator.comparingInt(Trial::number));
        chosen.addAll(Crowd.of(others, MOST - best).shown());
        chosen.sort(Comparator.comparingInt(Trial::number));
        return chosen;
    }

    private static String note(int shown, int all) {
        return shown == all
                ? ""
                : " " + shown + " of " + all + " trials are drawn: the best " + shown / 2
                        + ", and others evenly picked.";
    }
}
