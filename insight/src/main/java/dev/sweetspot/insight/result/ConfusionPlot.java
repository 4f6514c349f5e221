package dev.sweetspot.insight.result;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many items of each class were taken for each class: as counts, and in per cent of the true class. */
public final class ConfusionPlot implements ResultPlot {
    /** Two panels of as many cells squared. */
    private static final int CLASSES = 50;

    @Override
    public String name() {
        return "confusion";
    }

    @Override
    public String question() {
        return "Which classes are taken for which?";
    }

    @Override
    public Drawing draw(Judged judged) {
        return judged.classes()
                .<Drawing>map(report -> new Drawing.Drawn(chart(report)))
                .orElseGet(() -> new Drawing.Nothing(judged.needs("classes")));
    }

    private Chart chart(ClassificationReport report) {
        var confusion = report.confusion();
        int all = confusion.length;
        var shown = mostConfused(confusion);
        var caption =
                "Each row is a true class, each column what was predicted: right answers lie on the diagonal, and a strong cell "
                        + "beside it is a pair of classes that is mixed up. Right, each row in per cent of its items."
                        + (shown.length < all
                                ? " Of " + all + " classes the " + shown.length
                                        + " in the most mistakes are drawn; what they are mixed up "
                                        + "with beyond these is left out."
                                : "");
        return new Chart(
                name(),
                "Confusion matrix",
                caption,
                List.of(
                        panel("items", report, shown, false),
                        panel("per cent of the true class", report, shown, true)));
    }

    /** The classes with the most mistakes, as the true or as the predicted one, in the order of the classes. */
    private static int[] mostConfused(int[][] confusion) {
        var mistakes = new int[confusion.length];
        for (int truth = 0; truth < confusion.length; truth++) {
            for (int said = 0; said < confusion.length; said++) {
                if (truth != said) {
                    mistakes[truth] += confusion[truth][said];
                    mistakes[said] += confusion[truth][said];
                }
            }
        }
        return IntStream.range(0, confusion.length)
                .boxed()
                .sorted(Comparator.comparingInt(c -> -mistakes[c]))
                .limit(CLASSES)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static Panel panel(String title, ClassificationReport report, int[] shown, boolean share) {
        int n = shown.length;
        var x = new double[n * n];
        var y = new double[n * n];
        var values = new double[n * n];
        for (int row = 0; row < n; row++) {
            var counts = report.confusion()[shown[row]];
            double items = Arrays.stream(counts).sum();
            for (int column = 0; column < n; column++) {
                x[row * n + column] = column;
                y[row * n + column] = row;
                int count = counts[shown[column]];
                values[row * n + column] = share ? 100 * count / items : count;
            }
        }
        var names = Arrays.stream(shown)
                .mapToObj(c -> report.classes().get(c).name())
                .toList();
        var shade = new Layer.Shade(
                share ? Axis.Numbers.linear("share", "%").from(0, 100) : Axis.Numbers.linear("items", ""),
                Series.of(values),
                Layer.Shade.Better.NEITHER);
        return new Panel.Plane(
                title,
                new Axis.Words("predicted", names),
                new Axis.Words("true", names),
                List.of(new Layer.Cells(title, Series.of(x), Series.of(y), shade)));
    }
}
