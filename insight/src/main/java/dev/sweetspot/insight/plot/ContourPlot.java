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
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.surrogate.Activity;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is expected over the two most important parameters, all others being as in the best trial, and how sure that is; two
 * panels for the first objective. Where a relation forbids the two values together, nothing is drawn.
 */
public final class ContourPlot implements Plot {
    private static final int EACH = 24;
    private static final int MOST_POINTS = 1_000;

    @Override
    public String name() {
        return "contour";
    }

    @Override
    public String question() {
        return "How do the two most important parameters act together, and where is nothing known yet?";
    }

    private record Cell(Configuration configuration, Believed.Expected expected) {}

    @Override
    public Drawing draw(Studied studied) {
        var objective = studied.spec().objectives().get(0);
        var whole = Values.with(
                studied.history().trials().stream().filter(Trial::completed).toList(), objective);
        var best = studied.history().best(studied.problem());
        if (whole.size() < Believed.FEWEST || best.isEmpty()) {
            return new Drawing.Nothing("fewer than " + Believed.FEWEST + " trials ran to their end");
        }
        var middle = best.get().configuration();
        var axes = Learnt.order(studied, objective).stream()
                .filter(parameter -> middle.contains(parameter.name()))
                .limit(2)
                .map(ParameterAxis::of)
                .toList();
        if (axes.size() < 2) {
            return new Drawing.Nothing("needs two parameters that are active in the best trial");
        }
        var encoding = Encoding.of(studied.space());
        var believed = Believed.of(
                Columns.of(studied.space()),
                objective,
                whole.stream()
                        .map(trial -> encoding.encode(trial.configuration()))
                        .toList(),
                whole.stream().mapToDouble(trial -> Values.of(trial, objective)).toArray());
        var cells = cells(studied, believed, middle, axes);
        if (cells.isEmpty()) {
            return new Drawing.Nothing("no two values of the two parameters go with the best trial");
        }
        var crowd = Crowd.of(whole, MOST_POINTS);
        var marks = marks(axes, crowd, best.get());
        var expected = new Layer.Shade(
                Axis.Numbers.linear(objective.name(), ""),
                Series.of(cells, cell -> cell.expected().value()),
                Values.better(objective));
        var doubt = new Layer.Shade(
                Axis.Numbers.linear("standard deviation", ""),
                Series.of(cells, cell -> cell.expected().deviation()),
                Better.NEITHER);
        var caption =
                "The colour is what a model of the trials expects where all other parameters are as in the best trial, number "
                        + best.get().number()
                        + "; right, how unsure that is: dark where it is a guess. The points are the trials, whose other parameters differ."
                        + crowd.note();
        return new Drawing.Drawn(new Chart(
                name(),
                "Expected " + objective.name(),
                caption,
                List.of(
                        panel("expected", axes, cells, expected, marks),
                        panel("how unsure", axes, cells, doubt, marks))));
    }

    private static Panel panel(
            String title, List<ParameterAxis> axes, List<Cell> cells, Layer.Shade shade, List<Layer> marks) {
        var layers = new ArrayList<Layer>();
        layers.add(new Layer.Cells(
                title,
                Series.of(cells, cell -> axes.get(0).place(cell.configuration())),
                Series.of(cells, cell -> axes.get(1).place(cell.configuration())),
                shade));
        layers.addAll(marks);
        return new Panel.Plane(title, axes.get(0).axis(), axes.get(1).axis(), layers);
    }

    private static List<Layer> marks(List<ParameterAxis> axes, Crowd crowd, Trial best) {
        var layers = new ArrayList<Layer>();
        scatter(axes, crowd.shown())
                .layer("trials", Role.TRIAL, trial -> true, Optional.empty())
                .ifPresent(layers::add);
        scatter(axes, List.of(best))
                .layer("best", Role.BEST, trial -> true, Optional.empty())
                .ifPresent(layers::add);
        return layers;
    }

    private static Scatter scatter(List<ParameterAxis> axes, List<Trial> trials) {
        return new Scatter(trials, trial -> axes.get(0).place(trial.configuration()), trial -> axes.get(1)
                .place(trial.configuration()));
    }

    /** A cell for each pair of values that may be; the values of other parameters that these bring along are in their middle. */
    private static List<Cell> cells(
            Studied studied, Believed believed, Configuration middle, List<ParameterAxis> axes) {
        var encoding = Encoding.of(studied.space());
        var activity = Activity.of(studied.space());
        var names = studied.space().parameters().stream().map(Parameter::name).toList();
        int first = names.indexOf(axes.get(0).parameter().name());
        int second = names.indexOf(axes.get(1).parameter().name());
        var columns = Column.of(studied.space());
        var cells = new ArrayList<Cell>();
        for (double x : coordinates(columns.get(first))) {
            for (double y : coordinates(columns.get(second))) {
                var point = encoding.encode(middle);
                point[first] = x;
                point[second] = y;
                var settled = activity.settle(point);
                if (!Double.isNaN(settled[first]) && !Double.isNaN(settled[second])) {
                    encoding.decode(settled)
                            .ifPresent(there -> cells.add(new Cell(there, believed.at(encoding.encode(there)))));
                }
            }
        }
        return cells;
    }

    /** The middles of as many stretches, or of all values where they are few. */
    private static double[] coordinates(Column column) {
        int count = column.count();
        if (count > 0 && count <= EACH) {
            return IntStream.range(0, count)
                    .mapToDouble(i -> (column.low(i) + column.high(i)) / 2)
                    .toArray();
        }
        return IntStream.range(0, EACH).mapToDouble(i -> (i + 0.5) / EACH).toArray();
    }
}
