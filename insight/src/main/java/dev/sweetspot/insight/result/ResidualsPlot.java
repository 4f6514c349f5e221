package dev.sweetspot.insight.result;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import java.util.List;
import java.util.stream.IntStream;

/** What is left between the true and the predicted number of each item, against the predicted one. */
public final class ResidualsPlot implements ResultPlot {
    @Override
    public String name() {
        return "residuals";
    }

    @Override
    public String question() {
        return "Is the model wrong in the same way everywhere?";
    }

    @Override
    public Drawing draw(Judged judged) {
        return Numbers.drawn(judged, this::chart);
    }

    private Chart chart(Numbers items) {
        var truth = items.truth();
        var said = items.said();
        var left = Series.of(IntStream.range(0, truth.size())
                .mapToDouble(i -> truth.get(i) - said.get(i))
                .toArray());
        var name = items.name();
        var caption =
                "Each point is an item: above the line its true number is larger than predicted. A cloud of one height is good; a bend is "
                        + "something that the model has not learnt, a funnel says that it is less sure there."
                        + items.note();
        return new Chart(
                name(),
                "Residuals",
                caption,
                new Panel.Plane(
                        "",
                        Axis.Numbers.linear(name + ", predicted", ""),
                        Axis.Numbers.linear("true - predicted", ""),
                        List.of(
                                new Layer.Rule("exact", Role.REFERENCE, Layer.Rule.Direction.LEVEL, 0),
                                new Layer.Points("items", Role.TRIAL, said, left, items.about()))));
    }
}
