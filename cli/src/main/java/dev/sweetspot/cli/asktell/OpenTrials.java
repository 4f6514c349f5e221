package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The trials that the other side was given and has not told. That one is told which was ended or put aside before,
 * because the other side learns of it by the answer to a report, changes nothing.
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

    /** @param elapsed since the start */
    Ask ask(Duration elapsed) {
        open.values().removeIf(trial -> !trial.open());
        var answer = study.ask(new Claim(worker, 1, open.size() + 1, elapsed));
        if (answer instanceof Ask.Run run) {
            open.put(run.trial().number(), run.trial());
        }
        return answer;
    }

    /** @return whether the trial is to be left now: it has ended, or is put aside */
    boolean report(int number, double fidelity, Measurements values, double seconds) {
        var trial = find(number);
        return trial.isEmpty() || trial.get().advance(fidelity, values, seconds);
    }

    /** The other side has run the trial as far as it was to. */
    void complete(int number, Measurements values, double seconds) {
        find(number).ifPresent(trial -> {
            trial.complete(values, seconds);
            open.remove(number);
        });
    }

    /** The other side has ended the trial before. */
    void stopped(int number, Measurements values, String reason, double seconds) {
        find(number).ifPresent(trial -> {
            trial.finish(new Outcome.StoppedEarly(values, reason), seconds);
            open.remove(number);
        });
    }

    /** Empty for a trial that has been left. */
    private Optional<ActiveTrial> find(int number) {
        if (number < 0 || number >= study.history().size()) {
            throw new InvalidInputException("id", number, "was never given out", "an id of an earlier answer?");
        }
        return Optional.ofNullable(open.get(number)).filter(ActiveTrial::open);
    }
}
