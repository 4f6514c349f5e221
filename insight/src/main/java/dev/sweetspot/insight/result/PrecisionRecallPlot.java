package dev.sweetspot.insight.result;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Series;

/**
 * Of each class, how many of the items taken for it are of it, against how many of it are found. Between two points nothing is
 * interpolated, because straight lines would promise too much (Davis and Goadrich 2006, ICML): the number is the average
 * precision.
 */
public final class PrecisionRecallPlot implements ResultPlot {
    @Override
    public String name() {
        return "precision-recall";
    }

    @Override
    public String question() {
        return "Who wants to find more of a class: how many false alarms does it cost?";
    }

    @Override
    public Drawing draw(Judged judged) {
        var report = judged.classes();
        if (report.isEmpty()) {
            return new Drawing.Nothing(judged.needs("classes"));
        }
        var curves =
                Curves.of(report.get()).stream().map(PrecisionRecallPlot::curve).toList();
        if (curves.isEmpty()) {
            return new Drawing.Nothing("all items are of one class");
        }
        var caption =
                "Each line is a class: going right, more of its items are found; where the line falls, more of what is taken for it is "
                        + "something else. The number is the mean height of the line, 1 being perfect."
                        + Curves.note(curves.size());
        return new Drawing.Drawn(new Chart(
                name(),
                "Precision and recall",
                caption,
                new Panel.Plane(
                        "",
                        Axis.Numbers.linear("share of the class found (recall)", "")
                                .from(0, 1),
                        Axis.Numbers.linear("share of right alarms (precision)", "")
                                .from(0, 1),
                        Curves.layers(curves, Layer.Line.Form.STEPS))));
    }

    /** The precision after each step of recall holds for the whole of the step. */
    private static Curves.Curve curve(Curves.Counts counts) {
        int steps = counts.hits().length - 1;
        var x = new double[steps + 1];
        var y = new double[steps + 1];
        double area = 0;
        for (int i = 1; i <= steps; i++) {
            int found = counts.hits()[i];
            double before = (double) counts.hits()[i - 1] / counts.of();
            double precision = (double) found / (found + counts.misses()[i]);
            x[i - 1] = before;
            y[i - 1] = precision;
            area += ((double) found / counts.of() - before) * precision;
        }
        x[steps] = 1;
        y[steps] = y[steps - 1];
        return new Curves.Curve(counts.name(), area, Series.of(x), Series.of(y));
    }
}
