package dev.sweetspot.surrogate;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import java.util.concurrent.ConcurrentHashMap;

/** The configurations that any trial of a history has had, whatever came of it. */
public final class Tried {
    private final ConcurrentHashMap<Configuration, Integer> firstTrial;
    private final int trials;

    private Tried(ConcurrentHashMap<Configuration, Integer> firstTrial, int trials) {
        this.firstTrial = firstTrial;
        this.trials = trials;
    }

    /** Those of a question's history; only the trials that its memory does not hold yet are looked at. */
    public static Tried of(Question question) {
        var history = question.history();
        var before = question.memory()
                .recall(Tried.class, Tried.class)
                .orElseGet(() -> new Tried(new ConcurrentHashMap<>(), 0));
        // The map only grows and tells by number what a shorter history had, so that all versions share it.
        for (int number = before.trials; number < history.size(); number++) {
            before.firstTrial.merge(history.trial(number).configuration(), number, Math::min);
        }
        var now = new Tried(before.firstTrial, history.size());
        if (now.trials > before.trials) {
            question.memory().keep(Tried.class, now);
        }
        return now;
    }

    /** Whether a trial has had it. */
    public boolean contains(Configuration configuration) {
        var first = firstTrial.get(configuration);
        return first != null && first < trials;
    }
}
