package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.List;

/** What matters in a study, as several pictures ask for it. */
final class Learnt {
    private Learnt() {}

    /** What a forest makes of an objective. */
    static Landscape of(Studied studied, Objective objective) {
        return Landscape.of(studied, new Aspect.OfObjective(objective));
    }

    /** What matters near the good region. */
    static Importances nearTheGood(Studied studied, Objective objective) {
        return Importances.nearTheGood(studied, new Aspect.OfObjective(objective));
    }

    /** Where not all trials were learnt from. */
    static String note(Studied studied) {
        int all = studied.history().size();
        return all > Landscape.MOST ? " Learnt from " + Landscape.MOST + " of " + all + " trials, evenly picked." : "";
    }

    /** The parameters, the most important first; where nothing could be learnt, those that tell most by themselves. */
    static List<Parameter<?>> order(Studied studied, Objective objective) {
        var mains = of(studied, objective).importances().mains();
        if (mains.isEmpty()) {
            return Order.of(studied, trial -> Values.of(trial, objective));
        }
        var result = new ArrayList<Parameter<?>>();
        mains.forEach(each -> studied.space().find(each.name()).ifPresent(result::add));
        return result;
    }
}
