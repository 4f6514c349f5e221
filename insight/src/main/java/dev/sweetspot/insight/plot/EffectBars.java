package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.insight.chart.Series;
import dev.sweetspot.insight.importance.Importance;
import java.util.List;
import java.util.Optional;

/** Importances as bars with their intervals, the largest first. */
final class EffectBars {
    /** More bars are not looked at. */
    static final int MOST = 20;

    private EffectBars() {}

    /** Empty where there are none. */
    static Optional<Panel> of(String title, String what, List<Importance> importances) {
        var shown = importances.stream().limit(MOST).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var between = new Layer.Between(
                Series.of(shown, each -> 100 * each.low()), Series.of(shown, each -> 100 * each.high()));
        return Optional.of(new Panel.Plane(
                title,
                Axis.Numbers.linear("share of the differences", "%"),
                new Axis.Words(what, shown.stream().map(Importance::name).toList()),
                List.of(new Layer.Bars(
                        "share", Role.BELIEVED, Series.of(shown, each -> 100 * each.share()), Optional.of(between)))));
    }
}
