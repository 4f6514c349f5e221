package dev.sweetspot.study;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A trial in the hands of one worker: the ask of ask and tell. Every call that changes it is durable when it returns.
 *
 * <p>When another worker has taken the trial over (the lease had ended), every change is refused with {@link Lost}.
 */
public final class ActiveTrial {
    private final Study study;
    private final int number;
    private final Claim claim;
    private final Instant claimedAt;
    private final double from;
    private final double target;
    private final boolean takenOver;
    private long version;
    private volatile boolean left;

    ActiveTrial(Study study, int number, Claim claim, double from, double target, long version, boolean takenOver) {
        this.study = study;
        this.takenOver = takenOver;
        this.number = number;
        this.claim = claim;
        this.claimedAt = study.now();
        this.from = from;
        this.target = target;
        this.version = version;
    }

    /** Another worker has this trial now. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(int number) {
            super("trial " + number + " belongs to another worker now: its lease had ended");
        }
    }

    /** The number of the trial. */
    public int number() {
        return number;
    }

    /** The fidelity from which it goes on; 0 for a fresh start. */
    public double from() {
        return from;
    }

    /** Whether another worker had it that was lost: what is decided about its last report may never have been heard. */
    boolean takenOver() {
        return takenOver;
    }

    /** The fidelity to reach. */
    public double target() {
        return target;
    }

    /** The checkpoint of another trial that this one begins from, as long as that one has it. */
    Optional<Claims.Inherited> inherited() {
        return study.claims().inherited(trial());
    }

    /** Whether another trial may yet have to begin from a checkpoint of this one. */
    boolean begunFrom(Trial.Checkpoint checkpoint) {
        return study.claims().begunFrom(number, checkpoint);
    }

    /** The trial as the history has it. */
    public Trial trial() {
        return study.history().trial(number);
    }

    /** The seed for the trial's own draws. */
    public long seed() {
        return Seeds.of(study.spec().seed(), number, Seeds.Purpose.TRIAL);
    }

    String worker() {
        return claim.worker();
    }

    /**
     * The value of a parameter: the chosen one, else one drawn from its prior for this trial (define-by-run).
     */
    public synchronized <T> T suggest(Parameter<T> parameter) {
        var known = trial().configuration().find(parameter);
        if (known.isPresent()) {
            return known.get();
        }
        var random = Seeds.generator(
                Seeds.of(study.spec().seed() + parameter.name().hashCode(), number, Seeds.Purpose.SAMPLER));
        T value = Encoding.of(SearchSpace.of(parameter))
                .draw(random)
                .orElseThrow()
                .get(parameter);
        append(new Event.Suggested(
                number, study.now(), new SearchSpace.Dimension(parameter, List.of()), parameter.label(value)));
        return value;
    }

    /** Records a report; one at or below what the study already has is not recorded a second time. */
    public synchronized void report(double fidelity, Measurements values, double seconds, Optional<String> checkpoint) {
        if (fidelity > trial().curve().reached()) {
            append(new Event.Reported(number, study.now(), fidelity, values, seconds, checkpoint));
        }
    }

    /** What ends the trial instead, where a report cannot stand: a value that is not finite, a limit that is broken. */
    public Optional<Outcome> refuted(Measurements values, double fidelity) {
        return Verification.ofReport(study.spec(), values, fidelity);
    }

    /** What the scheduler says after the last report; a repeat runs to its target whatever that is. */
    public Scheduler.Verdict judge() {
        if (trial().repeats().isPresent()) {
            return Scheduler.Verdict.CONTINUE;
        }
        return study.judge(number, claimNow());
    }

    /** The claim as it would be made now: time has passed since. */
    private Claim claimNow() {
        var since = Duration.between(claimedAt, study.now());
        return new Claim(
                claim.worker(),
                claim.threads(),
                claim.numericMode(),
                claim.parallelism(),
                claim.elapsed().plus(since.isNegative() ? Duration.ZERO : since));
    }

    /**
     * Records a report and does what follows from it, for whoever asks and tells by himself: the trial ends where the
     * report cannot stand or the scheduler stops it; it is put aside where the scheduler says so, or where it has come as
     * far as it was to come. Whoever has a checkpoint to keep does these steps one by one.
     *
     * @param fidelity how far the trial has come; nothing is recorded a second time
     * @param seconds of its own work until now
     * @return whether the trial is to be left now
     */
    public synchronized boolean advance(double fidelity, Measurements values, double seconds) {
        if (!open()) {
            return true;
        }
        if (fidelity <= trial().curve().reached()) {
            return false;
        }
        var refuted = refuted(values, fidelity);
        if (refuted.isPresent()) {
            finish(refuted.get(), seconds);
            return true;
        }
        report(fidelity, values, seconds, Optional.empty());
        return fidelity < study.spec().fidelity().most() && obey(values, seconds);
    }

    private boolean obey(Measurements values, double seconds) {
        var verdict = judge();
        if (verdict instanceof Scheduler.Verdict.Stop stop) {
            finish(new Outcome.StoppedEarly(values, stop.reason()), seconds);
        } else if (verdict instanceof Scheduler.Verdict.Pause pause) {
            pause(pause.reason(), Optional.empty());
        } else if (trial().curve().reached() >= target) {
            pause("reached " + target + " " + study.spec().fidelity().unit(), Optional.empty());
        } else {
            return false;
        }
        return true;
    }

    /**
     * Records that the trial has come as far as it was to come: it ends when that is all there is, else it is put aside
     * or stopped. Does nothing when it has been left before.
     *
     * @param seconds of its own work until now
     */
    public synchronized void complete(Measurements values, double seconds) {
        if (!open()) {
            return;
        }
        if (target >= study.spec().fidelity().most()) {
            tell(values, seconds);
        } else if (trial().curve().reached() < target) {
            advance(target, values, seconds);
        } else {
            obey(values, seconds);
        }
    }

    /** Puts the trial aside. */
    public synchronized void pause(String reason, Optional<String> checkpoint) {
        leave(new Event.Paused(number, study.now(), reason, checkpoint));
    }

    /**
     * Ends the trial with values for the objectives: as a failure when one is missing or not finite, as over a limit when
     * one is broken.
     */
    public synchronized void tell(Measurements values, double seconds) {
        finish(Verification.ofResult(study.spec(), values), seconds);
    }

    /** Ends the trial. */
    public synchronized void finish(Outcome outcome, double seconds) {
        leave(new Event.Finished(number, study.now(), outcome, seconds));
    }

    /**
     * Ends the trial, but does not wait for it.
     *
     * @return waits until that is durable
     */
    synchronized Runnable finishing(Outcome outcome, double seconds) {
        var last = new Event.Finished(number, study.now(), outcome, seconds);
        var leaving = study.leaving(this, new Store.Change(last, version));
        return () -> left(leaving);
    }

    private synchronized void left(Appending leaving) {
        after(study.left(this, leaving));
        left = true;
    }

    /** Whether it still runs, as far as this worker knows: it has not ended, nor was it put aside or taken over. */
    public boolean open() {
        return trial().state() instanceof TrialState.Running running
                && running.worker().equals(claim.worker());
    }

    /** Whether another worker has it now, or has ended it. */
    boolean taken() {
        return !left && !open();
    }

    /**
     * Leaves it to somebody outside of this process: from now on its lease is renewed by this alone, whenever he is heard of,
     * and when he is not heard of for as long, the trial goes to whoever asks.
     *
     * @param length how long he may be silent, on the store's clock
     * @throws Lost when another worker has it
     */
    public void lend(Duration length) {
        if (!study.lend(this, length)) {
            throw new Lost(number);
        }
    }

    /** Its lease is not renewed any more. */
    void giveUp() {
        study.release(this);
    }

    private void leave(Event last) {
        left(study.leaving(this, new Store.Change(last, version)));
    }

    private void append(Event event) {
        after(study.append(List.of(new Store.Change(event, version))));
    }

    private void after(boolean appended) {
        if (!appended) {
            study.release(this);
            throw new Lost(number);
        }
        version++;
    }
}
