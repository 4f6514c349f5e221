package dev.sweetspot.insight.report;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A picture of each kind of panel with each kind of mark in each role, names being as wicked as people's. */
final class EveryMark {
    static final String WICKED =
            "</script><script>window.caught=1</script><img src=x onerror='window.caught=1'>\"&amp;\u2028";

    private static final Axis.Numbers LINEAR = Axis.Numbers.linear("accuracy " + WICKED, "%");
    private static final Axis.Numbers LOGARITHMIC = Axis.Numbers.logarithmic("learning rate", "");
    private static final Axis.Words WORDS = new Axis.Words("optimizer", List.of("sgd", "adam", WICKED));
    private static final Series X = Series.of(1e-4, 1e-3, 1e-2, 1e-1);
    private static final Series Y = Series.of(0.2, 0.9, Double.NaN, 0.5);
    private static final Layer.Shade SHADE = new Layer.Shade(LINEAR, Series.of(1, 2, 3, 4), Layer.Shade.Better.HIGH);

    private EveryMark() {}

    static List<Chart> charts() {
        return List.of(marks(), bars(), cells(), spans(), parallel(), table());
    }

    private static Chart marks() {
        var layers = Stream.of(Role.values())
                .flatMap(role -> Stream.<Layer>of(
                        new Layer.Points("points " + role, role, X, Y, Layer.About.trials(Series.of(0, 1, 2, 3))),
                        new Layer.Line("line " + role, role, X, Y, Layer.Line.Form.STEPS)))
                .toList();
        var around = List.<Layer>of(
                new Layer.Band("band", Role.BELIEVED, X, Series.of(0.1, 0.2, 0.3, 0.1), Series.of(0.2, 0.4, 0.5, 0.3)),
                new Layer.Line("band", Role.BELIEVED, X, Series.of(0.15, 0.3, 0.4, 0.2), Layer.Line.Form.STRAIGHT),
                new Layer.Points(
                        "shaded",
                        Role.TRIAL,
                        X,
                        Y,
                        new Layer.About(Series.of(), List.of(WICKED, "b", "c", "d")),
                        Optional.of(SHADE)),
                new Layer.Rule("limit " + WICKED, Role.REFERENCE, Layer.Rule.Direction.LEVEL, 1.4),
                new Layer.Rule("edge", Role.REFERENCE, Layer.Rule.Direction.UPRIGHT, 1e-5));
        return chart(
                "marks",
                new Panel.Plane("all roles", LOGARITHMIC, LINEAR, layers),
                new Panel.Plane("around", LOGARITHMIC, LINEAR, around));
    }

    private static Chart bars() {
        var sure = Optional.of(new Layer.Between(Series.of(0.5, 0.1, 0), Series.of(0.7, 0.3, 0.1)));
        var lengths = Series.of(0.6, 0.2, 0.05);
        var layers = List.<Layer>of(
                new Layer.Bars("one", Role.SERIES, lengths, sure), new Layer.Bars("other", Role.SERIES, lengths, sure));
        return chart(
                "bars",
                new Panel.Plane("level", Axis.Numbers.linear("share", ""), WORDS, layers),
                new Panel.Plane("upright", WORDS, Axis.Numbers.linear("share", ""), layers));
    }

    private static Chart cells() {
        return chart(
                "cells",
                new Panel.Plane(
                        "of words",
                        WORDS,
                        WORDS,
                        List.of(new Layer.Cells("n", Series.of(0, 1, 0, 2), Series.of(0, 0, 1, 2), SHADE))),
                new Panel.Plane(
                        "of numbers",
                        LOGARITHMIC,
                        LINEAR,
                        List.of(new Layer.Cells(
                                "n", Series.of(1e-4, 1e-3, 1e-4, 1e-3), Series.of(1, 1, 2, 2), SHADE))));
    }

    private static Chart spans() {
        return chart(
                "spans",
                new Panel.Plane(
                        "",
                        Axis.Numbers.linear("time", "s"),
                        WORDS,
                        List.of(new Layer.Spans(
                                "worked",
                                Role.TRIAL,
                                Series.of(0, 1, 2),
                                Series.of(0, 5, 8),
                                Series.of(4, 9, 12),
                                Layer.About.trials(Series.of(0, 1, 2))))));
    }

    private static Chart parallel() {
        return chart(
                "parallel",
                new Panel.Parallel(
                        "",
                        List.of(LOGARITHMIC, WORDS, LINEAR),
                        List.of(X, Series.of(0, 1, 2, Double.NaN), Y),
                        SHADE,
                        Layer.About.trials(Series.of(0, 1, 2, 3))));
    }

    private static Chart table() {
        var pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        return chart(
                "table",
                new Panel.Table("", List.of("class", "n"), List.of(List.of(WICKED, "3"), List.of("b", "0.5"))),
                new Panel.Gallery("", List.of(new Panel.Gallery.Tile(pixel, WICKED))));
    }

    private static Chart chart(String name, Panel... panels) {
        return new Chart(name, name + " " + WICKED, "A picture for tests " + WICKED + ".", List.of(panels));
    }
}
