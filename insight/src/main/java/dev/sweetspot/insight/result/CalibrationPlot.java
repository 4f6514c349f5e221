package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.Interval;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a model that says "90 %" is right 9 times of 10: a reliability diagram (DeGroot and Fienberg 1983, The Statistician 32)
 * of the class that it holds most probable, with 95 % intervals of Wilson, and how many items lie where. The caption has the
 * expected calibration error (Naeini, Cooper and Hauskrecht 2015, AAAI), over ten stretches of equal width.
 */
public final class CalibrationPlot implements ResultPlot {
    private static final int STRETCHES = 10;

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public String question() {
        return "When the model says 90 %, is it right 9 times of 10?";
    }

    private record Stretch(int items, int right, double said) {
        double found() {
            return (double) right / items;
        }

        double mean() {
            return said / items;
        }
    }

    @Override
    public Drawing draw(Judged judged) {
        var report = judged.classes();
        if (report.isEmpty()) {
            return new Drawing.Nothing(judged.needs("classes"));
        }
        var stretches = stretches(report.get());
        var met = stretches.stream().filter(each -> each.items() > 0).toList();
        if (met.isEmpty()) {
            return new Drawing.Nothing("no probability is a number");
        }
        double error = met.stream()
                        .mapToDouble(each -> each.items() * Math.abs(each.found() - each.mean()))
                        .sum()
                / met.stream().mapToInt(Stretch::items).sum();
        var caption = String.format(
                Locale.ROOT,
                "Each point is a tenth of the scale: how sure the model was there, and how often it was right; below the diagonal it "
                        + "is too sure of itself. The band is the 95 %% interval, wide where there are few items. On average the two are "
                        + "%.1f points apart.",
                100 * error);
        return new Drawing.Drawn(
                new Chart(name(), "Calibration", caption, List.of(reliability(met), items(stretches))));
    }

    private static List<Stretch> stretches(ClassificationReport report) {
        var items = new int[STRETCHES];
        var right = new int[STRETCHES];
        var said = new double[STRETCHES];
        for (int i = 0; i < report.n(); i++) {
            int predicted = report.predictions().predicted(i);
            double given = report.predictions().probabilities()[i][predicted];
            if (given >= 0) {
                int stretch = (int) Math.min(STRETCHES - 1, Math.floor(given * STRETCHES));
                items[stretch]++;
                right[stretch] += predicted == report.truth()[i] ? 1 : 0;
                said[stretch] += given;
            }
        }
        return IntStream.range(0, STRETCHES)
                .mapToObj(i -> new Stretch(items[i], right[i], said[i]))
                .toList();
    }

    private static Panel reliability(List<Stretch> met) {
        var layers = new ArrayList<Layer>();
        var x = Series.of(met, Stretch::mean);
        var found = Series.of(met, Stretch::found);
        layers.add(new Layer.Band(
                "95 % interval",
                Role.TRIAL,
                x,
                Series.of(
                        met, each -> Interval.wilson(each.right(), each.items()).low()),
                Series.of(
                        met, each -> Interval.wilson(each.right(), each.items()).high())));
        layers.add(new Layer.Line(
                "as sure as right", Role.REFERENCE, Series.of(0, 1), Series.of(0, 1), Layer.Line.Form.STRAIGHT));
        layers.add(new Layer.Line("found", Role.TRIAL, x, found, Layer.Line.Form.STRAIGHT));
        layers.add(new Layer.Points(
                "found",
                Role.TRIAL,
                x,
                found,
                new Layer.About(
                        Series.of(),
                        met.stream().map(each -> each.items() + " items").toList())));
        return new Panel.Plane(
                "how often it is right",
                Axis.Numbers.linear("how sure the model is", "").from(0, 1),
                Axis.Numbers.linear("share of right answers", "").from(0, 1),
                layers);
    }

    private static Panel items(List<Stretch> stretches) {
        var words = IntStream.range(0, STRETCHES)
                .mapToObj(i -> 10 * i + " to " + 10 * (i + 1) + " %")
                .toList();
        return new Panel.Plane(
                "how many items",
                new Axis.Words("how sure the model is", words),
                Axis.Numbers.linear("items", ""),
                List.of(new Layer.Bars("items", Role.TRIAL, Series.of(stretches, Stretch::items), Optional.empty())));
    }
}
