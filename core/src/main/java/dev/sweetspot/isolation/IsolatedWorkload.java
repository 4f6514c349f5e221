package dev.sweetspot.isolation;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A workload whose trials run in processes of their own, one for each trial that runs at once. A process serves one trial
 * after the other, so that its start is paid once; one that crashed, hung or had too much memory is replaced. Reports,
 * checkpoints and answers are the same as inside this process, and so are the results.
 */
public final class IsolatedWorkload implements Workload, AutoCloseable {
    /**
     * So many processes may be ended from outside under one run of a trial before that counts as its failure, and so many may
     * die while they start, one after the other, before there is no sense in another.
     */
    private static final int LIVES = 3;

    /** How much longer than before the next start waits: what took the memory may be gone by then. */
    private static final long PAUSE_MS = 1000;

    private final Workload workload;
    private final Supplier<SearchSpace> space;
    private final Isolation isolation;
    private final Deque<Child> idle = new ArrayDeque<>();
    private final List<Child> all = new ArrayList<>();
    private final Map<Thread, Child> ready = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean everStarted;
    private boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param workload the same as the processes make: it answers all questions but is never run
     * @param space of the study, as it is now: it knows the types of what is chosen
     */
    public IsolatedWorkload(Workload workload, Supplier<SearchSpace> space, Isolation isolation) {
        this.workload = workload;
        this.space = space;
        this.isolation = isolation;
    }

    @Override
    public String name() {
        return workload.name();
    }

    @Override
    public Form.MapForm settings() {
        return workload.settings();
    }

    @Override
    public SearchSpace space() {
        return workload.space();
    }

    @Override
    public List<Objective> objectives() {
        return workload.objectives();
    }

    @Override
    public List<Constraint> constraints() {
        return workload.constraints();
    }

    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        return workload.predict(constraint, configuration);
    }

    @Override
    public String numericMode() {
        return workload.numericMode();
    }

    @Override
    public Fidelity fidelity() {
        return workload.fidelity();
    }

    /**
     * Starts the process of this thread, unless there is one. One that dies of that is started again: the system ends
     * processes that start in the middle of a study when its memory is short, and a study is more than one process.
     *
     * @throws IllegalStateException when it cannot be started again and again, or the very first one fails
     * @throws dev.sweetspot.form.InvalidInputException when it refuses to make the workload
     */
    @Override
    public void prepare() throws InterruptedException {
        var child = borrow();
        synchronized (this) {
            ready.put(Thread.currentThread(), child);
        }
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        for (int lives = LIVES; ; lives--) {
            try {
                return attempt(run);
            } catch (Ended ended) {
                if (ended.kind() != Outcome.Cause.LOST || lives == 1) {
                    throw new TrialFailure(ended.kind(), String.valueOf(ended.getMessage()));
                }
            }
        }
    }

    private Measurements attempt(TrialRun run) throws TrialFailure, InterruptedException {
        var child = borrow();
        boolean sound = false;
        try {
            var said = new Conversation(child, run).held(Messages.trial(run, space.get()));
            sound = true;
            return result(said);
        } catch (TrialFailure failure) {
            // A JVM whose memory ran out is not to be trusted with another trial.
            sound = failure.kind() != Outcome.Cause.OUT_OF_MEMORY;
            throw failure;
        } catch (InterruptedException e) {
            // It answered, unless its process was ended.
            sound = child.alive();
            throw e;
        } finally {
            giveBack(child, sound);
        }
    }

    private static Measurements result(MapForm said) throws TrialFailure, InterruptedException {
        var fields = Fields.of(said);
        switch (Messages.kind(said)) {
            case Messages.DONE -> {
                return Messages.values(fields.require(Messages.DONE));
            }
            case Messages.INTERRUPTED -> throw new InterruptedException("the trial was interrupted in its process");
            default -> throw Messages.failure(fields.map(Messages.FAILED));
        }
    }

    private Child borrow() throws InterruptedException {
        synchronized (this) {
            var mine = ready.remove(Thread.currentThread());
            if (mine != null && mine.alive()) {
                return mine;
            }
            while (!idle.isEmpty()) {
                var child = idle.pop();
                if (child.alive()) {
                    return child;
                }
                all.remove(child);
            }
        }
        var child = started();
        synchronized (this) {
            all.add(child);
            return child;
        }
    }

    private Child started() throws InterruptedException {
        for (int lives = LIVES; ; lives--) {
            try {
                var child = Child.started(
                        isolation, "isolated-" + ProcessHandle.current().pid() + "-" + number.getAndIncrement());
                everStarted = true;
                return child;
            } catch (Ended ended) {
                boolean hopeless = !everStarted && ended.kind() == Outcome.Cause.ERROR;
                if (lives == 1 || hopeless) {
                    throw new IllegalStateException(
                            "the process in which trials are to run could not be started: " + ended.getMessage(),
                            ended);
                }
                Thread.sleep(PAUSE_MS * (LIVES + 1 - lives));
            }
        }
    }

    private synchronized void giveBack(Child child, boolean sound) {
        if (sound && !closed && !child.heavy()) {
            idle.push(child);
        } else {
            child.kill();
            all.remove(child);
        }
    }

    /** Ends all processes; a trial that runs in one fails. */
    @Override
    public synchronized void close() {
        closed = true;
        all.forEach(Child::close);
        all.clear();
        idle.clear();
    }
}
