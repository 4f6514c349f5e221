package dev.sweetspot.cli.asktell;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
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
 * The trials that the other side was given and has not ended. A trial leaves when it ends or is put aside; that it is
 * told once more after that, because the other side learnt of it by the answer to a report, changes nothing.
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
        var answer = study.ask(new Claim(worker, 1, open.size() + 1, elapsed));
        if (answer instanceof Ask.Run run) {
            open.put(run.trial().number(), run.trial());
        }
        return answer;
    }

    /**
     * Records a report and asks the scheduler.
     *
     * @param seconds of the trial's own work until now
     * @return whether the trial is to be left now: it has ended, or is put aside
     */
    boolean report(int number, double fidelity, Measurements values, double seconds) {
        var found = find(number);
        if (found.isEmpty()) {
            return true;
        }
        var trial = found.get();
        if (fidelity <= trial.trial().curve().reached()) {
            return false;
        }
        var refuted = trial.refuted(values, fidelity);
        if (refuted.isPresent()) {
            close(trial).finish(refuted.get(), seconds);
            return true;
        }
        trial.report(fidelity, values, seconds, Optional.empty());
        return fidelity < spec().fidelity().most() && leaves(trial, values, seconds);
    }

    /** What the scheduler says; a trial that has come as far as it was to come is put aside at the least. */
    private boolean leaves(ActiveTrial trial, Measurements values, double seconds) {
        var verdict = trial.judge();
        if (verdict instanceof Scheduler.Verdict.Stop stop) {
            close(trial).finish(new Outcome.StoppedEarly(values, stop.reason()), seconds);
            return true;
        }
        if (verdict instanceof Scheduler.Verdict.Pause pause) {
            close(trial).pause(pause.reason(), Optional.empty());
            return true;
        }
        if (trial.trial().curve().reached() >= trial.target()) {
            close(trial)
                    .pause("reached " + trial.target() + " " + spec().fidelity().unit(), Optional.empty());
            return true;
        }
        return false;
    }

    /** The other side has run the trial as far as it was to. */
    void complete(int number, Measurements values, double seconds) {
        var found = find(number);
        if (found.isEmpty()) {
            return;
        }
        var trial = found.get();
        if (trial.target() >= spec().fidelity().most()) {
            close(trial).tell(values, seconds);
        } else if (trial.trial().curve().reached() < trial.target()) {
            report(number, trial.target(), values, seconds);
        } else {
            leaves(trial, values, seconds);
        }
    }

    /** The other side has ended the trial before. */
    void stopped(int number, Measurements values, String reason, double seconds) {
        find(number).ifPresent(trial -> close(trial).finish(new Outcome.StoppedEarly(values, reason), seconds));
    }

    private ActiveTrial close(ActiveTrial trial) {
        open.remove(trial.number());
        return trial;
    }

    /** Empty for a trial that has been left. */
    private Optional<ActiveTrial> find(int number) {
        var trial = open.get(number);
        if (trial == null && (number < 0 || number >= study.history().size())) {
            throw new InvalidInputException("id", number, "was never given out", "an id of an earlier answer?");
        }
        return Optional.ofNullable(trial);
    }
}
