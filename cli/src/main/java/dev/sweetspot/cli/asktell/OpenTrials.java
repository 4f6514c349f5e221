package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trials that the other side was given and has not told. One that was ended or put aside by a report stays until it
 * is told, because the other side learns of that by the answer.
 */
final class OpenTrials {
    private final Study study;
    private final String worker;
    private final Map<Integer, ActiveTrial> open = new HashMap<>();

    OpenTrials(Study study, String worker) {
        this.study = study;
        this.worker = worker;
    }

    StudySpec spec() {
        return study.spec();
    }

    History history() {
        return study.history();
    }

    /**
     * The next trial: an enqueued one first.
     *
     * @param elapsed since the start
     * @param atOnce how many the other side means to run at once, at least 1
     */
    Ask ask(Duration elapsed, int atOnce) {
        int running = (int) open.values().stream().filter(ActiveTrial::open).count();
        var claim = new Claim(worker, 1, Math.max(atOnce, running + 1), elapsed);
        var answer = study.ask(claim);
        if (answer instanceof Ask.Run run) {
            open.put(run.trial().number(), run.trial());
        }
        return answer;
    }

    /**
     * Puts a configuration before all that a sampler proposes.
     *
     * @throws InvalidInputException when it does not belong to the space
     */
    int enqueue(Configuration configuration) {
        return study.enqueue(configuration);
    }

    /** What can be chosen now. */
    SearchSpace space() {
        study.refresh();
        return study.space();
    }

    /** Changes what can be chosen from now on, and says how. */
    List<String> change(List<SearchSpace.Dimension> wanted) {
        return study.change(wanted);
    }

    /** A trial that was run elsewhere. */
    Trial add(Configuration configuration, Outcome outcome, double seconds) {
        int number = study.add(configuration, outcome, seconds);
        return study.history().trial(number);
    }

    /** A trial that was begun and is told in one go. */
    ActiveTrial begin(Configuration configuration) {
        return study.begin(configuration, new Claim(worker, 1, 1, Duration.ZERO));
    }

    /** The trial, if it was not told yet. */
    Optional<ActiveTrial> find(int number) {
        if (number < 0 || number >= study.history().size()) {
            throw new InvalidInputException("id", number, "was never given out", "an id of an earlier answer?");
        }
        return Optional.ofNullable(open.get(number));
    }

    /** It has been told. */
    void close(int number) {
        open.remove(number);
    }
}
