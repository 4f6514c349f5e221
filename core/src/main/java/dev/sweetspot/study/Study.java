package dev.sweetspot.study;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceChange;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The engine, as one worker sees it: ask and tell over a store. There is no coordinator; every worker of every machine
 * runs this over the same log. Safe for several threads.
 */
public final class Study {
    private final StudySpec spec;
    private final InstantSource clock;
    private final Log log;
    private final Leases leases;
    private final Outlook outlook;
    private final Claims claims;
    private final Asking asking;
    private final Decider decider;
    private volatile Consumer<Event> listener = event -> {};

    private Study(Store store, StudySpec spec, Optional<Terminator> terminator, InstantSource clock, Duration lease) {
        this.spec = spec;
        this.clock = clock;
        this.log = new Log(store, spec.name(), spec.space());
        this.leases = new Leases(store, spec.name(), lease);
        this.outlook = new Outlook(spec, log::seen, clock);
        this.claims = new Claims(this, leases);
        this.asking = new Asking(this, outlook, claims, terminator);
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
        return new Study(store, spec, terminator, clock, lease);
    }

    /**
     * Opens a study that is there.
     *
     * @throws InvalidInputException when there is none of that name
     */
    public static Study open(Store store, String name, InstantSource clock, Duration lease) {
        var record = store.find(name)
                .orElseThrow(() -> new InvalidInputException(
                        "study",
                        name,
                        "is not in this store",
                        DidYouMean.maybe(
                                name,
                                store.studies().stream().map(StudyRecord::name).toList())));
        var spec = StudySpec.fromForm(name, record.description());
        return new Study(store, spec, Terminator.of(spec), clock, lease);
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
        return outlook.space();
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

    /** What happened so far, as this worker last saw it. */
    public History history() {
        return log.seen();
    }

    /** What happened until now. */
    public History refresh() {
        return log.refresh();
    }

    /** Told of every event that this worker appends, after it is durable. */
    public void onEvent(Consumer<Event> newListener) {
        listener = newListener;
    }

    /** What a free worker is to do. A trial that it returns is claimed: durable, and under a lease. */
    public Ask ask(Claim claim) {
        while (true) {
            var answer = tryAsk(claim);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    private synchronized Optional<Ask> tryAsk(Claim claim) {
        return asking.once(claim);
    }

    /**
     * Starts a trial of a configuration that a person chose: no sampler is asked, and no budget. It is claimed: durable, and
     * under a lease.
     *
     * @throws InvalidInputException when the configuration does not belong to the study's space
     */
    public synchronized ActiveTrial begin(Configuration configuration, Claim claim) {
        space().check(configuration);
        var target = spec.fidelity().most();
        var begun = Optional.<ActiveTrial>empty();
        while (begun.isEmpty()) {
            log.refresh();
            begun = claims.started(
                    history().size(), configuration, Origin.given("by hand"), Start.FRESH, target, claim);
        }
        return begun.get();
    }

    /**
     * Why the study is over although its trials and its time are not used up: further ones are not expected to gain what
     * its budget asks for. Empty when they are, or nothing is asked for.
     */
    public Optional<String> enough() {
        return asking.enough(new Claim("", 1, 1, Duration.ZERO));
    }

    /**
     * Which configuration is chosen as of the history that this worker last saw: the one that is expected to be the best,
     * see {@link Choice#of}; with several objectives, what is preferred.
     */
    public Optional<Choice> choice() {
        return Choice.of(outlook.problem(), history());
    }

    /** What the scheduler of a worker looks at. */
    Scheduler.Situation situation(Claim claim) {
        return outlook.situation(claim);
    }

    /** Of the trials, who begins where. */
    Claims claims() {
        return claims;
    }

    boolean append(List<Store.Change> batch) {
        boolean done = log.append(batch);
        if (done) {
            batch.forEach(change -> listener.accept(change.event()));
        }
        return done;
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
