package dev.sweetspot.insight.plot;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.importance.Importances;
import dev.sweetspot.insight.importance.Landscape;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * What matters in a study, as several pictures ask for it: computed once for each version of it, because it takes a second. It
 * follows from the study alone, so that nobody can see whether it was known already. Of a very large study from an even choice of
 * its trials.
 */
final class Learnt {
    /** More trials hardly change what matters, and take long. */
    private static final int MOST = 1_000;

    private static final Map<History, SoftReference<Map<Asked, Landscape>>> KNOWN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private record Asked(StudySpec spec, SearchSpace space, Aspect aspect) {}

    private Learnt() {}

    /** What a forest makes of an objective. */
    static Landscape of(Studied studied, Objective objective) {
        var asked = new Asked(studied.spec(), studied.space(), new Aspect.OfObjective(objective));
        var before = Optional.ofNullable(KNOWN.get(studied.history())).map(SoftReference::get);
        var known = new HashMap<Asked, Landscape>();
        before.ifPresent(known::putAll);
        var found = known.get(asked);
        if (found == null) {
            found = Landscape.of(few(studied), asked.aspect());
            known.put(asked, found);
            KNOWN.put(studied.history(), new SoftReference<>(Map.copyOf(known)));
        }
        return found;
    }

    /** What matters near the good region, from the same trials. */
    static Importances nearTheGood(Studied studied, Objective objective) {
        return Importances.nearTheGood(few(studied), new Aspect.OfObjective(objective));
    }

    /** Where not all trials were learnt from. */
    static String note(Studied studied) {
        int all = studied.history().size();
        return all > MOST ? " Learnt from " + MOST + " of " + all + " trials, evenly picked." : "";
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

    /** The same study, had it only some of its trials: what happened to them, told again. */
    private static Studied few(Studied studied) {
        var trials = studied.history().trials();
        if (trials.size() <= MOST) {
            return studied;
        }
        var history = History.EMPTY;
        int number = 0;
        for (var trial : Crowd.of(trials, MOST).shown()) {
            for (var event : again(trial, number)) {
                history = history.and(event);
            }
            number++;
        }
        return new Studied(studied.spec(), studied.space(), history);
    }

    private static List<Event> again(Trial trial, int number) {
        var events = new ArrayList<Event>();
        var at = trial.startedAt();
        var curve = trial.curve();
        double target = trial.state() instanceof TrialState.Running running ? running.target() : curve.reached();
        events.add(new Event.Started(
                number, at, trial.configuration(), trial.origin(), Start.FRESH, target, "", trial.threads()));
        for (int i = 0; i < curve.size(); i++) {
            events.add(
                    new Event.Reported(number, at, curve.fidelity(i), curve.at(i), curve.seconds(i), Optional.empty()));
        }
        if (trial.state() instanceof TrialState.Paused paused) {
            events.add(new Event.Paused(number, at, paused.reason(), Optional.empty()));
        }
        trial.outcome().ifPresent(outcome -> events.add(new Event.Finished(number, at, outcome, trial.seconds())));
        return events;
    }
}
