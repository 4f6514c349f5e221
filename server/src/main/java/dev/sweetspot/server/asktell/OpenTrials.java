package dev.sweetspot.server.asktell;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Refusal;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trials that the other side was given and has not told. One that was ended or put aside by a report stays until it
 * is told, because the other side learns of that by the answer. Safe for several threads.
 */
public final class OpenTrials {
    private final Study study;
    private final Custody custody;
    private final Map<Integer, ActiveTrial> open = new ConcurrentHashMap<>();
    private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();

    /** All of them belong to one worker, this process. */
    public OpenTrials(Study study, String worker) {
        this(study, Custody.ofProcess(worker));
    }

    OpenTrials(Study study, Custody custody) {
        this.study = study;
        this.custody = custody;
    }

    /** What was settled when the study was made. */
    public StudySpec spec() {
        return study.spec();
    }

    /** What has happened so far. */
    public History history() {
        return study.history();
    }

    Study study() {
        return study;
    }

    /**
     * The next trial: an enqueued one first.
     *
     * @param elapsed since the start
     * @param atOnce how many the other side means to run at once, at least 1
     */
    public Ask ask(Duration elapsed, int atOnce) {
        int running = (int) open.values().stream().filter(ActiveTrial::open).count();
        return ask(custody.worker(), elapsed, Math.max(atOnce, running + 1));
    }

    /** The same for somebody whose name among all workers is known. */
    Ask ask(String worker, Duration elapsed, int atOnce) {
        var claim = new Claim(worker, 1, atOnce, elapsed);
        var answer = study.ask(claim);
        if (answer instanceof Ask.Run run) {
            custody.given(run.trial());
            stopped.remove(run.trial().number());
            open.put(run.trial().number(), run.trial());
        }
        return answer;
    }

    /** Told that whoever has a trial is still there. */
    void heard(ActiveTrial trial) {
        custody.heard(trial);
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
        return study.begin(configuration, new Claim(custody.worker(), 1, 1, Duration.ZERO));
    }

    /** The trial, if it was not told yet. */
    public Optional<ActiveTrial> find(int number) {
        if (number < 0 || number >= study.history().size()) {
            // Another process may have given it out just now.
            study.refresh();
        }
        if (number < 0 || number >= study.history().size()) {
            throw Refusal.never("id", number, "was never given out", "an id of an earlier answer?");
        }
        var known = Optional.ofNullable(open.get(number));
        if (known.isPresent()) {
            if (known.get().open() || stopped.contains(number)) {
                return known;
            }
            // Another process has it now, or has ended it.
            open.remove(number, known.get());
        }
        return custody.again(study, number).map(trial -> {
            var first = open.putIfAbsent(number, trial);
            return first == null ? trial : first;
        });
    }

    /** A report has ended it or put it aside; whoever has it may tell it all the same. */
    void stopped(int number) {
        stopped.add(number);
    }

    /** It has been told, or is lost. */
    public void close(int number) {
        stopped.remove(number);
        open.remove(number);
        custody.told(number);
    }
}
