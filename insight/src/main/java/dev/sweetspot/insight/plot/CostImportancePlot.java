package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;

/** How much each parameter accounts for what trials cost: their time, and each number that has a limit. */
public final class CostImportancePlot implements Plot {
    @Override
    public String name() {
        return "importance-of-cost";
    }

    @Override
    public String question() {
        return "Which parameters decide how long a trial takes, and whether it keeps the limits?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var sought = studied.spec().objectives().stream().map(Objective::name).collect(Collectors.toSet());
        var panels = new ArrayList<Panel>();
        var notes = new LinkedHashSet<String>();
        for (var aspect : Aspect.of(studied)) {
            if (sought.contains(aspect.name()) || !isUsual(studied, aspect)) {
                continue;
            }
            var found = Landscape.of(studied, aspect).importances();
            var title = aspect instanceof Aspect.OfTime ? "time of a trial" : aspect.name();
            EffectBars.of(title, "parameter", found.mains()).ifPresent(panel -> {
                panels.add(panel);
                notes.addAll(found.notes());
            });
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing("too few trials tell their time or what they need");
        }
        var caption =
                "The longer a bar, the more of the differences in time, or in what is limited, the parameter alone accounts for over the"
                        + " whole space; the thin line is where 95 of 100 such studies would have it."
                        + (notes.isEmpty() ? "" : " " + String.join(" ", notes));
        return new Drawing.Drawn(new Chart(name(), "Importance for time and limits", caption, panels));
    }

    /** Of a number that is told only where it broke its limit nothing can be learnt. */
    private static boolean isUsual(Studied studied, Aspect aspect) {
        return 2
                        * studied.history()
                                .finished()
                                .filter(trial -> aspect.of(trial).isPresent())
                                .count()
                >= studied.history().finished().count();
    }
}
