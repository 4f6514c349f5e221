package dev.sweetspot.insight.chart;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Position;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Pictures as forms, for whoever paints them. Numbers have five digits: no eye sees more, and a report is smaller. */
public final class ChartForms {
    private static final MathContext DIGITS = new MathContext(5);

    private ChartForms() {}

    /** A picture with all that is in it. */
    public static Form.MapForm of(Chart chart) {
        return map(
                "name", Form.of(chart.name()),
                "title", Form.of(chart.title()),
                "caption", Form.of(chart.caption()),
                "panels", list(chart.panels(), ChartForms::of));
    }

    private static Form of(Panel panel) {
        if (panel instanceof Panel.Plane plane) {
            return map(
                    "kind", Form.of("plane"),
                    "title", Form.of(plane.title()),
                    "x", of(plane.x()),
                    "y", of(plane.y()),
                    "layers", list(plane.layers(), ChartForms::of));
        }
        if (panel instanceof Panel.Parallel parallel) {
            return map(
                    "kind", Form.of("parallel"),
                    "title", Form.of(parallel.title()),
                    "axes", list(parallel.axes(), ChartForms::of),
                    "columns", list(parallel.columns(), ChartForms::of),
                    "shade", of(parallel.shade()),
                    "about", of(parallel.about()));
        }
        if (panel instanceof Panel.Table table) {
            return map(
                    "kind", Form.of("table"),
                    "title", Form.of(table.title()),
                    "head", list(table.head(), Form::of),
                    "rows", list(table.rows(), row -> list(row, Form::of)));
        }
        var gallery = (Panel.Gallery) panel;
        return map(
                "kind", Form.of("gallery"),
                "title", Form.of(gallery.title()),
                "tiles",
                        list(
                                gallery.tiles(),
                                tile -> map("png", Form.of(tile.png()), "caption", Form.of(tile.caption()))));
    }

    private static Form of(Axis axis) {
        if (axis instanceof Axis.Words words) {
            return map("kind", Form.of("words"), "name", Form.of(words.name()), "words", list(words.words(), Form::of));
        }
        var numbers = (Axis.Numbers) axis;
        var entries = map(
                "kind", Form.of("numbers"),
                "name", Form.of(numbers.name()),
                "unit", Form.of(numbers.unit()),
                "scale", word(numbers.scale()));
        return numbers.range()
                .map(range -> and(entries, "low", number(range.low()), "high", number(range.high())))
                .orElse(entries);
    }

    private static Form of(Layer layer) {
        var named = map("name", Form.of(layer.name()), "role", word(layer.role()));
        if (layer instanceof Layer.Points points) {
            var entries = and(
                    named,
                    "kind",
                    Form.of("points"),
                    "x",
                    of(points.x()),
                    "y",
                    of(points.y()),
                    "about",
                    of(points.about()));
            return points.shade().map(shade -> and(entries, "shade", of(shade))).orElse(entries);
        }
        if (layer instanceof Layer.Line line) {
            var entries = and(
                    named, "kind", Form.of("line"), "x", of(line.x()), "y", of(line.y()), "form", word(line.form()));
            return line.about().equals(Layer.About.NOTHING) ? entries : and(entries, "about", of(line.about()));
        }
        if (layer instanceof Layer.Band band) {
            return and(
                    named, "kind", Form.of("band"), "x", of(band.x()), "low", of(band.low()), "high", of(band.high()));
        }
        if (layer instanceof Layer.Bars bars) {
            var entries = and(named, "kind", Form.of("bars"), "lengths", of(bars.lengths()));
            return bars.between()
                    .map(between -> and(entries, "low", of(between.low()), "high", of(between.high())))
                    .orElse(entries);
        }
        if (layer instanceof Layer.Cells cells) {
            return and(
                    named,
                    "kind",
                    Form.of("cells"),
                    "x",
                    of(cells.x()),
                    "y",
                    of(cells.y()),
                    "shade",
                    of(cells.shade()));
        }
        if (layer instanceof Layer.Spans spans) {
            return and(
                    named,
                    "kind",
                    Form.of("spans"),
                    "row",
                    of(spans.row()),
                    "from",
                    of(spans.from()),
                    "to",
                    of(spans.to()),
                    "about",
                    of(spans.about()));
        }
        var rule = (Layer.Rule) layer;
        return and(named, "kind", Form.of("rule"), "direction", word(rule.direction()), "at", number(rule.at()));
    }

    private static Form of(Layer.Shade shade) {
        return map("axis", of(shade.axis()), "values", of(shade.values()), "better", word(shade.better()));
    }

    private static Form of(Layer.About about) {
        return map("trials", of(about.trials()), "labels", list(about.labels(), Form::of));
    }

    private static Form of(Series series) {
        return Form.of(series.stream().mapToObj(ChartForms::number).toList());
    }

    /** Rounded to the digits that are seen; whole numbers stay as they are. */
    private static Form number(double value) {
        if (!Double.isFinite(value)) {
            return new Form.NullForm(Position.NONE);
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Form.of((long) value)
                : Form.of(new BigDecimal(value).round(DIGITS).doubleValue());
    }

    private static Form word(Enum<?> value) {
        return Form.of(value.name().toLowerCase(Locale.ROOT));
    }

    private static <T> Form list(List<T> items, Function<T, ? extends Form> form) {
        return Form.of(items.stream().map(form).toList());
    }

    private static Form.MapForm map(Object... entries) {
        return and(Form.of(Map.of()), entries);
    }

    private static Form.MapForm and(Form.MapForm first, Object... entries) {
        var all = new LinkedHashMap<String, Form>(first.entries());
        for (int i = 0; i < entries.length; i += 2) {
            all.put((String) entries[i], (Form) entries[i + 1]);
        }
        return Form.of(all);
    }
}
