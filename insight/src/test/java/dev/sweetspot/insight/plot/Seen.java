package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Series;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is to be seen in a picture, by name. */
final class Seen {
    private Seen() {}

    static Chart chart(Plot plot, Studied studied) {
        var drawing = plot.draw(studied);
        assertThat(drawing).isInstanceOf(Drawing.Drawn.class);
        return ((Drawing.Drawn) drawing).chart();
    }

    static String reason(Plot plot, Studied studied) {
        var drawing = plot.draw(studied);
        assertThat(drawing).isInstanceOf(Drawing.Nothing.class);
        return ((Drawing.Nothing) drawing).reason();
    }

    static Panel.Plane plane(Chart chart, String title) {
        return chart.panels().stream()
                .filter(panel -> panel.title().equals(title))
                .map(Panel.Plane.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no panel " + title + " in "
                        + chart.panels().stream().map(Panel::title).toList()));
    }

    static Stream<String> names(Panel.Plane plane) {
        return plane.layers().stream().map(Layer::name);
    }

    static <L extends Layer> L layer(Panel.Plane plane, String name, Class<L> kind) {
        return plane.layers().stream()
                .filter(layer -> layer.name().equals(name) && kind.isInstance(layer))
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no layer " + name + " in " + names(plane).toList()));
    }

    static Layer.Points points(Panel.Plane plane, String name) {
        return layer(plane, name, Layer.Points.class);
    }

    static Layer.Line line(Panel.Plane plane, String name) {
        return layer(plane, name, Layer.Line.class);
    }

    /** "(x, y)" of each. */
    static Stream<String> pairs(Series x, Series y) {
        return IntStream.range(0, x.size()).mapToObj(i -> "(" + x.get(i) + ", " + y.get(i) + ")");
    }

    static Stream<String> pairs(Layer.Points points) {
        return pairs(points.x(), points.y());
    }

    static Stream<String> pairs(Layer.Line line) {
        return pairs(line.x(), line.y());
    }
}
