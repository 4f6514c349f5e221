package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Openness;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;

/** How much each parameter accounts for by itself: over the whole space, and near the good region; for each objective. */
public final class ImportancePlot implements Plot {
    @Override
    public String name() {
        return "importance";
    }

    @Override
    public String question() {
        return "Which parameters matter, and which can be left alone?";
    }

    @Override
    public Drawing draw(Studied studied) {
        var panels = new ArrayList<Panel>();
        var notes = new LinkedHashSet<String>();
        for (var objective : studied.spec().objectives()) {
            var whole = Learnt.of(studied, objective).importances();
            notes.addAll(whole.notes());
            var near = Learnt.nearTheGood(studied, objective);
            panel(studied, objective, "over the whole space", whole).ifPresent(panels::add);
            panel(studied, objective, "near the good region", near).ifPresent(panels::add);
        }
        if (panels.isEmpty()) {
            return new Drawing.Nothing(
                    notes.isEmpty()
                            ? "too few trials have come to a result to say what matters"
                            : String.join(" ", notes));
        }
        int parameters = Openness.open(studied).size();
        var caption =
                "The longer a bar, the more of the differences between results the parameter alone accounts for; the thin line is "
                        + "where 95 of 100 such studies would have it. Near the good region something else may matter than over the whole space."
                        + (parameters > EffectBars.MOST
                                ? " The " + EffectBars.MOST + " largest of " + parameters + " parameters are drawn."
                                : "")
                        + (notes.isEmpty() ? "" : " " + String.join(" ", notes));
        return new Drawing.Drawn(new Chart(name(), "Importance", caption, panels));
    }

    private static Optional<Panel> panel(Studied studied, Objective objective, String where, Importances importances) {
        var title = studied.spec().objectives().size() > 1 ? objective.name() + ", " + where : where;
        return EffectBars.of(title, "parameter", importances.mains());
    }
}
