package dev.sweetspot.study;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of one trial: what the workload holds, turned into events. */
final class Attempt implements TrialRun {
    /** Nothing is left to wait for. */
    static final Runnable DONE = () -> {};

    private final Study study;
    private final ActiveTrial trial;
    private final Checkpoints checkpoints;
    private final StopSign stop;
    private final Optional<Path> checkpoint;
    private final double secondsBefore;
    private final Optional<Duration> limit;
    private final Consumer<Glimpse> watcher;
    private volatile long begin = System.nanoTime();
    private boolean stopSeen;

    Attempt(
            Study study,
            ActiveTrial trial,
            Checkpoints checkpoints,
            StopSign stop,
            Optional<Duration> limit,
            Consumer<Glimpse> watcher) {
        this.study = study;
        this.trial = trial;
        this.checkpoints = checkpoints;
        this.stop = stop;
        this.checkpoint = trial.from() > 0 ? checkpoints.find(trial) : Optional.empty();
        this.secondsBefore = trial.trial().seconds();
        this.limit = limit;
        this.watcher = watcher;
    }

    @Override
    public int number() {
        return trial.number();
    }

    @Override
    public Configuration configuration() {
        return trial.trial().configuration();
    }

    @Override
    public <T> T suggest(Parameter<T> parameter) {
        return trial.suggest(parameter);
    }

    @Override
    public long seed() {
        return trial.seed();
    }

    @Override
    public int threads() {
        return trial.trial().threads();
    }

    @Override
    public String numericMode() {
        return trial.trial().numericMode();
    }

    @Override
    public double target() {
        return trial.target();
    }

    /** Nothing can be gone on with when the file of the checkpoint is gone or damaged: the trial begins again. */
    @Override
    public double from() {
        return checkpoint.isPresent() ? trial.from() : 0;
    }

    @Override
    public Optional<Path> checkpoint() {
        return checkpoint;
    }

    @Override
    public long deadline() {
        return stop.deadline();
    }

    @Override
    public long limit() {
        return limit.map(most -> begin + most.toNanos() - (long) (secondsBefore * 1e9))
                .orElse(Long.MAX_VALUE);
    }

    /** Its own time begins now. */
    void begin() {
        begin = System.nanoTime();
    }

    /** It has had all the time that it may take: it ends at its next report, or when it answers the interrupt. */
    void expire() {
        stop.expire();
    }

    boolean expired() {
        return stop.expired();
    }

    /** Whether another worker tells of the trial from now on. */
    boolean taken() {
        return trial.taken();
    }

    /** Its worker is left behind: whatever it may yet do, it counts for nothing. */
    void leaveBehind() {
        failed(
                Outcome.Cause.TIME_LIMIT,
                tooLong()
                        + " and did not answer when it was asked to end; its thread is left behind, and keeps its core "
                        + "and memory until this process ends. Maybe --isolate?");
    }

    private Outcome ofTimeLimit() {
        return new Outcome.Failed(
                Outcome.Cause.TIME_LIMIT, tooLong() + ". Maybe a smaller network, or more seconds for each trial?");
    }

    private String tooLong() {
        double most = limit.orElse(Duration.ZERO).toMillis() / 1e3;
        return String.format(Locale.ROOT, "it took longer than the %s s that a trial may take", number(most));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public boolean stopRequested() {
        // What another worker has now is not worth going on with.
        boolean requested = stop.raised() || stop.expired() || !trial.open();
        stopSeen |= requested;
        return requested;
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public Answer report(double fidelity, Measurements values, CheckpointWriter writer) {
        boolean ending = stop.raised() && !stop.expired();
        // Files cannot be written by an interrupted thread; the sign remembers that it was.
        stop.takeInterrupt();
        if (!trial.open()) {
            return Answer.END;
        }
        if (fidelity <= trial.trial().curve().reached()) {
            // The trial repeats what the study has, from an older checkpoint: that checkpoint stays the place to go on
            // from, because only a recorded report can name another.
            var answer = trial.takenOver()
                            && fidelity == trial.trial().curve().reached()
                            && fidelity < study.spec().fidelity().most()
                    // Whoever reported it may have been lost before he heard what was to become of the trial.
                    ? obey(trial.judge(), fidelity, values, writer)
                    : Answer.GO_ON;
            return answer == Answer.GO_ON && ending ? aside(stop.reason(), Optional.empty()) : answer;
        }
        var failure = trial.refuted(values, fidelity);
        if (failure.isPresent()) {
            return end(failure.get());
        }
        boolean whole = fidelity >= study.spec().fidelity().most();
        var kept = !whole && (ending || checkpoints.due()) ? checkpoints.keep(trial, writer) : Optional.<String>empty();
        var old = trial.trial().checkpoint();
        trial.report(fidelity, values, seconds(), kept);
        if (kept.isPresent()) {
            checkpoints.drop(trial, old);
        }
        if (stop.expired() && !whole) {
            return end(ofTimeLimit());
        }
        if (whole) {
            return Answer.GO_ON;
        }
        // What is decided comes before what interrupts: it must not depend on when somebody paused the study.
        var answer = obey(trial.judge(), fidelity, values, kept.isPresent() ? CheckpointWriter.NONE : writer);
        return answer == Answer.GO_ON && ending ? aside(stop.reason(), Optional.empty()) : answer;
    }

    @Override
    public void glimpse(double fidelity, Measurements values) {
        watcher.accept(new Glimpse(trial.number(), fidelity, values));
    }

    /** @param writer for a checkpoint of this moment, which there is not yet */
    private Answer obey(Scheduler.Verdict verdict, double fidelity, Measurements values, CheckpointWriter writer) {
        if (verdict instanceof Scheduler.Verdict.Stop end) {
            return end(new Outcome.StoppedEarly(values, end.reason()));
        }
        if (verdict instanceof Scheduler.Verdict.Pause pause) {
            return aside(pause.reason(), checkpoints.keep(trial, writer));
        }
        if (fidelity >= trial.target()) {
            return aside(reachedTarget(), checkpoints.keep(trial, writer));
        }
        return Answer.GO_ON;
    }

    private String reachedTarget() {
        return "reached " + trial.target() + " " + study.spec().fidelity().unit();
    }

    private synchronized Answer aside(String reason, Optional<String> kept) {
        if (!trial.open()) {
            return Answer.END;
        }
        var old = trial.trial().checkpoint();
        trial.pause(reason, kept);
        if (kept.isPresent()) {
            checkpoints.drop(trial, old);
        }
        return Answer.END;
    }

    /** Of the worker and of whoever watches over its time, the first ends the trial. */
    private synchronized Answer end(Outcome outcome) {
        if (!trial.open()) {
            return Answer.END;
        }
        var last = trial.trial().checkpoint();
        trial.finish(outcome, seconds());
        checkpoints.drop(trial, last);
        return Answer.END;
    }

    /**
     * The workload has returned.
     *
     * @return waits until what came of it is durable
     */
    Runnable completed(Measurements values) {
        if (!trial.open()) {
            return DONE;
        }
        boolean whole = trial.trial().curve().reached() >= trial.target();
        if (stop.expired() && stopSeen && !whole) {
            end(ofTimeLimit());
        } else if (stopSeen && !whole) {
            aside(stop.reason(), Optional.empty());
        } else if (whole && trial.target() < study.spec().fidelity().most()) {
            // Its last worker was lost after the last report of this run, and before it put the trial aside.
            aside(reachedTarget(), Optional.empty());
        } else {
            return ending(Verification.ofResult(study.spec(), values));
        }
        return DONE;
    }

    private synchronized Runnable ending(Outcome outcome) {
        if (!trial.open()) {
            return DONE;
        }
        var last = trial.trial().checkpoint();
        var finishing = trial.finishing(outcome, seconds());
        return () -> {
            finishing.run();
            checkpoints.drop(trial, last);
        };
    }

    /** The workload has given up. */
    void failed(Outcome.Cause cause, String message) {
        if (trial.open()) {
            end(new Outcome.Failed(cause, message));
        }
    }

    /** Nothing can be tried here. */
    void putAside() {
        if (trial.open()) {
            aside("nothing could be tried where it was begun", Optional.empty());
        }
    }

    /** The workload was interrupted. */
    void interrupted() {
        if (!trial.open()) {
            return;
        }
        if (stop.expired()) {
            end(ofTimeLimit());
        } else {
            aside(stop.reason(), Optional.empty());
        }
    }
}
