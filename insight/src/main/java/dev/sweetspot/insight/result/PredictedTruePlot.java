package dev.sweetspot.insight.result;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import java.util.List;

/** The predicted number of each item against the true one. */
public final class PredictedTruePlot implements ResultPlot {
    @Override
    public String name() {
        return "predicted-true";
    }

    @Override
    public String question() {
        return "How near are the predicted numbers to the true ones, and where are they off?";
    }

    @Override
    public Drawing draw(Judged judged) {
        return Numbers.drawn(judged, this::chart);
    }

    private Chart chart(Numbers items) {
        var truth = items.truth();
        var said = items.said();
        double low =
                Math.min(truth.stream().min().orElseThrow(), said.stream().min().orElseThrow());
        double high =
                Math.max(truth.stream().max().orElseThrow(), said.stream().max().orElseThrow());
        var name = items.name();
        var caption =
                "Each point is an item: on the line it is predicted exactly, above it too high. A cloud that bends away from the line at an "
                        + "end says that the model does not dare to go so far."
                        + items.note();
        return new Chart(
                name(),
                "Predicted and true",
                caption,
                new Panel.Plane(
                        "",
                        Axis.Numbers.linear(name + ", true", ""),
                        Axis.Numbers.linear(name + ", predicted", ""),
                        List.of(
                                new Layer.Line(
                                        "exact",
                                        Role.REFERENCE,
                                        Series.of(low, high),
                                        Series.of(low, high),
                                        Layer.Line.Form.STRAIGHT),
                                new Layer.Points("items", Role.TRIAL, truth, said, items.about()))));
    }
}
