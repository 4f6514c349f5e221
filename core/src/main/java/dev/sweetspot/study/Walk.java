package dev.sweetspot.study;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Audit.Check;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Start;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** Goes through the events of a study, tells of each that cannot follow what was before it, and goes on without it. */
final class Walk {
    private final BiConsumer<Check, String> found;
    private final Set<Configuration> had = new HashSet<>();
    private SearchSpace declared = SearchSpace.empty();
    private String sampler = "";
    private History history = History.EMPTY;

    Walk(BiConsumer<Check, String> found) {
        this.found = found;
    }

    /** What was settled when the study was made. */
    void settled(StudySpec spec) {
        declared = spec.space();
        sampler = spec.search().sampler().name();
    }

    /** What the events that could follow add up to. */
    History history() {
        return history;
    }

    void take(Event event, long position) {
        if (event instanceof Event.OfTrial of && !fits(of)) {
            return;
        }
        try {
            var typed = Typed.event(event, history, declared);
            if (typed instanceof Event.Started started) {
                configuration(started);
            }
            history = history.and(typed);
        } catch (IllegalArgumentException cannot) {
            found.accept(
                    Check.LEGAL, "the event at position " + position + " cannot stand there: " + cannot.getMessage());
            return;
        }
        if (event instanceof Event.Started started) {
            had.add(history.trial(started.trial()).configuration());
        } else if (event instanceof Event.SpaceChanged) {
            had.clear();
            history.trials().forEach(trial -> had.add(trial.configuration()));
        }
    }

    private boolean fits(Event.OfTrial event) {
        int number = event.trial();
        int size = history.size();
        if (event instanceof Event.Started) {
            if (number != size) {
                found.accept(
                        Check.NUMBERS,
                        number < size
                                ? "trial " + number + " begins a second time"
                                : "trial " + number + " begins where " + size + " is the next number");
            }
            return number == size;
        }
        if (number < 0 || number >= size) {
            found.accept(
                    Check.LEGAL, event.getClass().getSimpleName() + " of trial " + number + ", which has not begun");
            return false;
        }
        if (event instanceof Event.Finished && history.trial(number).outcome().isPresent()) {
            found.accept(
                    Check.TOLD_ONCE,
                    "trial " + number + " was told twice: it has ended "
                            + history.trial(number).outcome().orElseThrow().word() + " before");
            return false;
        }
        return true;
    }

    /** Samplers promise never to repeat a configuration of a finite space; people, schedulers and repeats do not. */
    private void configuration(Event.Started started) {
        var by = started.origin().sampler();
        var space = history.space().orElse(declared);
        boolean promised = started.start() instanceof Start.Fresh
                && (by.equals(sampler) || by.equals("random"))
                && history.met().parameters().isEmpty()
                && !space.parameters().isEmpty()
                && Encoding.of(space).size().isPresent();
        if (promised && had.contains(started.configuration())) {
            var first = history.trials().stream()
                    .filter(trial -> trial.configuration().equals(started.configuration()))
                    .findFirst();
            found.accept(
                    Check.CONFIGURATIONS,
                    "trial " + started.trial() + " has the configuration of trial "
                            + first.map(trial -> Integer.toString(trial.number()))
                                    .orElse("before")
                            + ", which " + by + " must not propose again: " + started.configuration());
        }
    }
}
