package dev.sweetspot.study;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceChange;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The engine, as one worker sees it: ask and tell over a store. There is no coordinator; every worker of every machine
 * runs this over the same log. Safe for several threads.
 */
public final class Study {
    private static final System.Logger LOG = System.getLogger(Study.class.getName());

    private final StudySpec spec;
    private final InstantSource clock;
    private final Log log;
    private final Leases leases;
    private final Outlook outlook;
    private final Claims claims;
    private final Optional<Lagged> lagged;
    private final Steps steps;
    private final Asker asking;
    private final Decider decider;
    private volatile Consumer<Event> listener = event -> {};

    /** @param store that knows this study only: who works on it works on none that has its name after it */
    private Study(Store store, StudySpec spec, Optional<Terminator> terminator, InstantSource clock, Duration lease) {
        this.spec = spec;
        this.clock = clock;
        // What is decided in a fixed order is decided without a clock.
        this.outlook = new Outlook(spec, spec.lag().isPresent() ? InstantSource.fixed(Instant.EPOCH) : clock);
        this.lagged = spec.lag().isPresent() ? Optional.of(new Lagged(spec, outlook)) : Optional.empty();
        this.log = new Log(store, spec.name(), spec.space(), lagged.<Consumer<Event>>map(all -> all::follow));
        this.leases = new Leases(store, spec.name(), lease);
        this.claims = new Claims(this, leases);
        this.steps = new Steps(spec, outlook, terminator);
        this.asking = lagged.<Asker>map(all -> new LaggedAsking(this, all, claims, leases, steps))
                .orElseGet(() -> new Asking(this, outlook, claims, steps));
        this.decider = new Decider(this);
        log.refresh();
    }

    /**
     * Makes a study.
     *
     * @param lease how long a worker may be silent before its trial is given to another
     */
    public static Study create(Store store, StudySpec spec, InstantSource clock, Duration lease) {
        var terminator = Terminator.of(spec);
        store.create(new StudyRecord(spec.name(), clock.instant(), spec.toForm()));
        return new Study(store.only(spec.name()), spec, terminator, clock, lease);
    }

    /**
     * Opens a study that is there.
     *
     * @throws InvalidInputException when there is none of that name
     */
    public static Study open(Store store, String name, InstantSource clock, Duration lease) {
        StudySpec.record(store, name);
        var only = store.only(name);
        var spec = StudySpec.of(only, name);
        return new Study(only, spec, Terminator.of(spec), clock, lease);
    }

    /** What was settled when it was made. */
    public StudySpec spec() {
        return spec;
    }

    /**
     * What can be chosen now, as this worker last saw it: what was settled when the study was made, what people have
     * changed since, and what trials have asked for as they ran.
     */
    public SearchSpace space() {
        return outlook.space(history());
    }

    /**
     * Changes what can be chosen from now on, for all workers; durable when it returns. Nothing of before is lost: every
     * trial keeps its place and counts. What is proposed from now on keeps the new ranges and choices; trials that run or
     * are put aside go on with what they have.
     *
     * @param wanted parameters as they are to be from now on, as {@link SpaceChange#of} takes them; one that is new counts
     *     with its default in earlier trials
     * @return what is other than before, as sentences; empty when nothing is
     * @throws InvalidInputException when it cannot be changed so, or the trials ask for such a parameter themselves
     */
    public List<String> change(List<SearchSpace.Dimension> wanted) {
        return decider.change(wanted);
    }

    /** The same for parameters whose conditions stay as they are. */
    public List<String> change(Parameter<?>... wanted) {
        return change(Arrays.stream(wanted)
                .map(parameter -> new SearchSpace.Dimension(parameter, List.of()))
                .toList());
    }

    /**
     * Lets a configuration be tried before any that a sampler proposes, by whichever worker asks next; durable when it
     * returns. While it does not belong to the space it waits.
     *
     * @return how many wait, this one included
     * @throws InvalidInputException when it does not belong to the space of now
     */
    public int enqueue(Configuration configuration) {
        return decider.enqueue(configuration);
    }

    /**
     * Takes in a trial that was run elsewhere: the search learns from it. It is there whole or not at all.
     *
     * @param outcome a completed one counts as what its values say: as failed without a finite value for each objective,
     *     as over a limit that it breaks
     * @param seconds of its own work; 0 where that is not known
     * @return its number
     * @throws InvalidInputException when its configuration does not belong to the space of now
     */
    public int add(Configuration configuration, Outcome outcome, double seconds) {
        return decider.add(configuration, outcome, seconds);
    }

    /**
     * Decides whether the study is worked on, for all workers; durable when it returns. A worker that runs trials in a
     * {@link StudyRunner} obeys within two seconds, or at the next report of a trial that cannot end before: it puts its
     * trials aside, each with a checkpoint, and ends. Whoever asks by himself is told that the study has ended, and why.
     *
     * @param reason why, for people: "by hand"
     * @return whether that is new; false when it stands so already
     */
    public boolean order(Standing standing, String reason) {
        return decider.order(standing, reason, Optional.empty(), OptionalInt.empty());
    }

    /**
     * Opens the study again, or tells its workers of another end of its time; durable when it returns.
     *
     * @param reason why, for people: "resumed"
     * @param until when whoever opens it will end the search by the clock, so that workers know it that would not be told;
     *     empty where no clock ends it
     * @return whether that is new
     */
    public boolean reopen(String reason, Optional<Instant> until) {
        return reopen(reason, until, OptionalInt.empty());
    }

    /**
     * The same, with another number of trials.
     *
     * @param trials how many may be begun in all from now on, those of before included, in the place of the number that the
     *     budget has; empty for as many as before
     * @throws InvalidInputException when the budget says nothing of trials, or the study is deterministic
     */
    public boolean reopen(String reason, Optional<Instant> until, OptionalInt trials) {
        return decider.order(Standing.OPEN, reason, until, trials);
    }

    /** What happened so far, as this worker last saw it. */
    public History history() {
        return log.seen();
    }

    /** What happened until now. */
    public History refresh() {
        return log.refresh();
    }

    /** What happened until not long ago. */
    History refresh(Duration longAgo) {
        return log.refresh(longAgo);
    }

    /** Told of every event that this worker appends, after it is durable. */
    public void onEvent(Consumer<Event> newListener) {
        listener = newListener;
    }

    /**
     * A trial that a worker was given by another process which is gone, for whoever speaks for that worker now. Its lease goes
     * on as it was: see {@link ActiveTrial#lend}.
     *
     * @param claim of the worker, under the name that he had
     * @return empty when he has not got it any more
     */
    public Optional<ActiveTrial> again(int trial, Claim claim) {
        return claims.again(trial, claim);
    }

    /** How a trial counts that has come to its end with these values: as failed without a finite value for each objective. */
    public Outcome counted(Measurements values) {
        return Verification.ofResult(spec, values);
    }

    /** What ends a trial that reports these values; empty when they can stand. */
    public Optional<Outcome> refuted(Measurements values, double fidelity) {
        return Verification.ofReport(spec, values, fidelity);
    }

    /** What a free worker is to do. A trial that it returns is claimed: durable, and under a lease. */
    public Ask ask(Claim claim) {
        return ask(claim, Ending.NONE);
    }

    /**
     * The same of a worker whose last trial is about to end; it has ended when this returns.
     *
     * @throws StoreException when the end could not be made durable
     */
    Ask ask(Claim claim, Ending ending) {
        try {
            while (true) {
                var answer = asking.once(claim, ending);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        } finally {
            ending.await();
        }
    }

    /**
     * Starts a trial of a configuration that a person chose: no sampler is asked, and no budget. It is claimed: durable, and
     * under a lease.
     *
     * @throws InvalidInputException when the configuration does not belong to the study's space
     */
    public ActiveTrial begin(Configuration configuration, Claim claim) {
        decider.requireNotSettled("begin");
        while (true) {
            var history = log.refresh();
            outlook.space(history).check(configuration);
            var begin = new Step.Begin(
                    history.size(),
                    configuration,
                    Origin.given("by hand"),
                    Start.FRESH,
                    spec.fidelity().most());
            var begun = claims.begun(begin, history, claim);
            if (begun.isPresent()) {
                return begun.get();
            }
        }
    }

    /**
     * Why the study is over although its trials and its time are not used up: further ones are not expected to gain what
     * its budget asks for. Empty when they are, or nothing is asked for.
     */
    public Optional<String> enough() {
        var anybody = lagged.map(Lagged::nobody).orElseGet(() -> new Claim("", 1, 1, Duration.ZERO));
        return steps.enough(settled(), anybody);
    }

    /**
     * Which configuration is chosen as of the history that this worker last saw: the one that is expected to be the best,
     * see {@link Choice#of}; with several objectives, what is preferred.
     */
    public Optional<Choice> choice() {
        var settled = settled();
        return Choice.of(outlook.problem(settled), settled);
    }

    /**
     * What happened in the order in which it counts: as it happened, or, in a deterministic study, in the order of the
     * decisions, without anything measured.
     */
    public History settled() {
        return lagged.map(Lagged::settled).orElseGet(this::history);
    }

    /** What the scheduler says of a trial after its last report. */
    Scheduler.Verdict judge(int trial, Claim claim) {
        return lagged.map(all -> all.judge(trial))
                .orElseGet(() -> spec.search().scheduler().judge(outlook.situation(history(), claim), trial));
    }

    /** Of the trials, who begins where. */
    Claims claims() {
        return claims;
    }

    boolean append(List<Store.Change> batch) {
        return append(batch, List.of());
    }

    boolean append(List<Store.Change> batch, List<Store.LeaseChange> leaseChanges) {
        return await(enqueued(batch, leaseChanges));
    }

    /** Puts a batch behind all that others append. */
    Appending enqueued(List<Store.Change> batch, List<Store.LeaseChange> leaseChanges) {
        return log.enqueued(batch, leaseChanges);
    }

    /** Whether what was enqueued is appended now. */
    boolean await(Appending appending) {
        boolean done = log.await(appending);
        if (done) {
            tell(appending.batch());
        }
        return done;
    }

    /** Begins one of several trials, whichever has the next number when it comes to it; empty when none has. */
    OptionalInt begin(List<Store.Beginning> either) {
        var begun = log.begin(either);
        begun.ifPresent(number -> tell(either.stream()
                .filter(each -> each.lease().trial() == number)
                .map(Store.Beginning::started)
                .toList()));
        return begun;
    }

    /** What is durable stays so, whatever becomes of those who are told. */
    private void tell(List<Store.Change> batch) {
        for (var change : batch) {
            try {
                listener.accept(change.event());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "who was to be told of an event of " + spec.name() + " failed", e);
            }
        }
    }

    /** The checkpoint that a trial left when it had come to a fidelity. */
    Optional<String> leftAt(int trial, double fidelity) {
        return log.leftAt(trial, fidelity);
    }

    /**
     * Puts what ends this worker's part in a trial, and gives its lease back with it, behind all that others append;
     * {@link #left} waits for it.
     */
    Appending leaving(ActiveTrial trial, Store.Change last) {
        return enqueued(List.of(last), leases.leaving(trial.number(), trial.worker()));
    }

    /** Whether it is appended now. */
    boolean left(ActiveTrial trial, Appending appending) {
        boolean done = await(appending);
        if (done) {
            leases.left(trial.number(), trial.worker());
        }
        return done;
    }

    boolean lend(ActiveTrial trial, Duration length) {
        return leases.lend(trial.number(), trial.worker(), length);
    }

    void release(ActiveTrial trial) {
        leases.release(trial.number(), trial.worker());
    }

    /**
     * Keeps the trials that this process was given from going to others, for as long as it takes: for whoever asks and
     * tells by himself. A runner does so by itself.
     */
    public Renewal renewing() {
        return leases.renewing();
    }

    Instant now() {
        return clock.instant();
    }
}
