package dev.sweetspot.insight.result;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import java.util.ArrayList;
import java.util.Arrays;

/** Of each class, how many of its items are found against how many others are taken for it (receiver operating characteristic). */
public final class RocPlot implements ResultPlot {
    @Override
    public String name() {
        return "roc";
    }

    @Override
    public String question() {
        return "How well is each class told apart from the others, however sure one wants to be?";
    }

    @Override
    public Drawing draw(Judged judged) {
        var report = judged.classes();
        if (report.isEmpty()) {
            return new Drawing.Nothing(judged.needs("classes"));
        }
        var curves = Curves.of(report.get()).stream().map(RocPlot::curve).toList();
        if (curves.isEmpty()) {
            return new Drawing.Nothing("all items are of one class");
        }
        var layers = new ArrayList<Layer>();
        layers.add(
                new Layer.Line("chance", Role.REFERENCE, Series.of(0, 1), Series.of(0, 1), Layer.Line.Form.STRAIGHT));
        layers.addAll(Curves.layers(curves, Layer.Line.Form.STRAIGHT));
        var caption =
                "Each line is a class: the further up and left, the better it is told apart; on the diagonal it is by chance. "
                        + "The number is the area below: how often an item of the class is held more probable to be of it than one that is not."
                        + Curves.note(curves.size());
        return new Drawing.Drawn(new Chart(
                name(),
                "ROC curves",
                caption,
                new Panel.Plane(
                        "",
                        Axis.Numbers.linear("share of the others taken for it", "")
                                .from(0, 1),
                        Axis.Numbers.linear("share of the class found", "").from(0, 1),
                        layers)));
    }

    private static Curves.Curve curve(Curves.Counts counts) {
        var x = Arrays.stream(counts.misses())
                .mapToDouble(misses -> (double) misses / counts.others())
                .toArray();
        var y = Arrays.stream(counts.hits())
                .mapToDouble(hits -> (double) hits / counts.of())
                .toArray();
        double area = 0;
        for (int i = 1; i < x.length; i++) {
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return new Curves.Curve(counts.name(), area, Series.of(x), Series.of(y));
    }
}
