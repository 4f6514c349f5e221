package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Panel;
import java.util.ArrayList;
import java.util.LinkedHashSet;

/** How much each pair of parameters accounts for together, beyond what each does by itself; a panel for each objective. */
public final class PairsPlot implements Plot {
    @Override
    public String name() {
        return "pairs";
    }

    @Override
    public String question() {
        return "Which parameters must be chosen together?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var panels = new ArrayList<Panel>();
        var notes = new LinkedHashSet<String>();
        int most = 0;
        for (var objective : studied.spec().objectives()) {
            var importances = Learnt.of(studied, objective).importances();
            notes.addAll(importances.notes());
            most = Math.max(most, importances.pairs().size());
            EffectBars.of(
                            studied.spec().objectives().size() > 1 ? objective.name() : "",
                            "pair of parameters",
                            importances.pairs())
                    .ifPresent(panels::add);
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing(
                    notes.isEmpty() ? "no two parameters can be active together" : String.join(" ", notes));
        }
        var caption =
                "The longer a bar, the more the good values of one parameter depend on the other; the thin line is where 95 of 100 such "
                        + "studies would have it. What each does by itself is not counted here."
                        + (most > EffectBars.MOST
                                ? " The " + EffectBars.MOST + " largest of " + most + " pairs are drawn."
                                : "")
                        + (notes.isEmpty() ? "" : " " + String.join(" ", notes));
        return new Drawing.Drawn(new Chart(name(), "Importance of pairs", caption, panels));
    }
}
