package dev.sweetspot.insight;

import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What happened to some of the trials of a study, told again as if there had been no others. */
final class Thinning {
    private Thinning() {}

    /** That of so many trials, evenly picked by their number, so that no stretch of the study is left out. */
    static History of(History history, int most) {
        var trials = history.trials();
        var thinned = History.EMPTY;
        int number = 0;
        for (int place : Evenly.places(trials.size(), most)) {
            for (var event : again(trials.get(place), number)) {
                thinned = thinned.and(event);
            }
            number++;
        }
        return thinned;
    }

    private static List<Event> again(Trial trial, int number) {
        var events = new ArrayList<Event>();
        var at = trial.startedAt();
        var curve = trial.curve();
        double target = trial.state() instanceof TrialState.Running running ? running.target() : curve.reached();
        events.add(new Event.Started(
                number, at, trial.configuration(), trial.origin(), Start.FRESH, target, "", trial.threads()));
        IntStream.range(0, curve.size())
                .mapToObj(i -> new Event.Reported(
                        number, at, curve.fidelity(i), curve.at(i), curve.seconds(i), Optional.empty()))
                .forEach(events::add);
        if (trial.state() instanceof TrialState.Paused paused) {
            events.add(new Event.Paused(number, at, paused.reason(), Optional.empty()));
        }
        trial.outcome().ifPresent(outcome -> events.add(new Event.Finished(number, at, outcome, trial.seconds())));
        return events;
    }
}
