package dev.sweetspot.study;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.Memory;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceChange;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.PreferenceView;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The engine, as one worker sees it: ask and tell over a store. There is no coordinator; every worker of every machine
 * runs this over the same log. Safe for several threads.
 */
public final class Study {
    private final StudySpec spec;
    private final InstantSource clock;
    private final Log log;
    private final Leases leases;
    private final Proposer proposer;
    private final Optional<Terminator> terminator;
    private final Decider decider;
    private volatile Remembered remembered = new Remembered(0, new Memory());
    private volatile Consumer<Event> listener = event -> {};
    private volatile PreferenceView view;

    /** What was computed in one and the same space: what a memory keeps counts in that alone. */
    private record Remembered(int changes, Memory memory) {}

    private Study(Store store, StudySpec spec, Optional<Terminator> terminator, InstantSource clock, Duration lease) {
        this.spec = spec;
        this.terminator = terminator;
        this.proposer = new Proposer(spec);
        this.clock = clock;
        this.log = new Log(store, spec.name(), spec.space());
        this.leases = new Leases(store, spec.name(), lease);
        this.view = PreferenceView.of(spec.problem(), History.EMPTY);
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
        return searched(history());
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

    /** Empty when another worker was first and the question has to be asked again. */
    private synchronized Optional<Ask> tryAsk(Claim claim) {
        log.refresh();
        if (timeLeft(claim).filter(left -> left.isNegative() || left.isZero()).isPresent()) {
            boolean ofBudget = spec.budget()
                    .timeLeft(claim.elapsed(), now())
                    .filter(left -> left.isNegative() || left.isZero())
                    .isPresent();
            return Optional.of(new Ask.Finished(ofBudget ? usedUp() : "the time is over"));
        }
        var lost = takeOver(claim);
        if (lost.isPresent()) {
            return lost;
        }
        var next = spec.search().scheduler().next(situation(claim));
        if (next instanceof Scheduler.Next.Resume resume) {
            var trial = history().trial(resume.trial());
            var late = proposer.tooLate(question(claim), trial.number(), beginning(trial), resume.target());
            return late.isPresent()
                    ? Optional.of(ended(late.get()))
                    : goOn(trial, resume.target(), claim, resume.reason());
        }
        if (next instanceof Scheduler.Next.Wait) {
            return Optional.of(ended("the scheduler waits, and nothing runs"));
        }
        if (spec.budget().left(history(), claim.elapsed(), clock.instant()) <= 0) {
            return Optional.of(ended(next instanceof Scheduler.Next.Done done ? done.reason() : usedUp()));
        }
        if (next instanceof Scheduler.Next.Fork fork) {
            return fork(fork, claim);
        }
        if (next instanceof Scheduler.Next.Repeat repeat) {
            return repeat(repeat, spec.search().scheduler().name(), claim);
        }
        var again = spec.search().repeats().next(question(claim)).filter(repeat -> allowed(repeat.trial()));
        if (again.isPresent()) {
            return repeat(again.get(), "repeats", claim);
        }
        if (next instanceof Scheduler.Next.Done done) {
            return Optional.of(ended(done.reason()));
        }
        var enough = enough(claim);
        return enough.isPresent() ? Optional.of(ended(enough.get())) : start((Scheduler.Next.StartNew) next, claim);
    }

    private String usedUp() {
        return "the budget of " + spec.budget().inWords() + " is used up";
    }

    /** While others still run, their trials may yet have to be taken over. */
    private Ask ended(String reason) {
        return history().running().findAny().isPresent() ? new Ask.Wait() : new Ask.Finished(reason);
    }

    private Optional<Ask> start(Scheduler.Next.StartNew begin, Claim claim) {
        int number = history().size();
        Configuration configuration;
        Origin origin;
        var given = given(number);
        if (given.isPresent()) {
            configuration = given.get().configuration();
            var late = proposer.tooLate(question(claim), configuration, 0, begin.target());
            if (late.isPresent()) {
                return Optional.of(ended("a given configuration is not tried: " + late.get()));
            }
            origin = given.get().origin().with(reasons(List.of(), begin));
        } else {
            var answer = proposer.propose(question(claim), number, begin.target());
            if (!(answer instanceof Proposer.Answer.Chosen chosen)) {
                return Optional.of(ended(((Proposer.Answer.Nothing) answer).reason()));
            }
            configuration = chosen.configuration();
            var of = chosen.origin();
            origin = new Origin(of.sampler(), of.historyVersion(), of.seed(), reasons(of.reasons(), begin));
        }
        return started(number, configuration, origin, Start.FRESH, begin.target(), claim)
                .map(Ask.Run::new);
    }

    /** Why this configuration, and then why so far. */
    private static List<String> reasons(List<String> ofSampler, Scheduler.Next.StartNew begin) {
        return begin.reason().isEmpty()
                ? ofSampler
                : Stream.concat(ofSampler.stream(), Stream.of(begin.reason())).toList();
    }

    /** Whether the configuration of a trial might still be proposed. */
    private boolean allowed(int trial) {
        return history().space().isEmpty()
                || Encoding.of(space()).feasible(history().trial(trial).configuration());
    }

    private Optional<Ask> repeat(Scheduler.Next.Repeat repeat, String decider, Claim claim) {
        var given = history().trial(repeat.trial());
        var first = history().trial(given.repeats().orElse(given.number()));
        var sentence = "Repeat of trial " + first.number() + ": " + repeat.reason();
        var origin = new Origin(decider, history().version(), 0, List.of(sentence));
        var start = new Start.Repeat(first.number());
        var late = proposer.tooLate(question(claim), first.configuration(), 0, repeat.target());
        if (late.isPresent()) {
            return Optional.of(ended("trial " + first.number() + " is not repeated: " + late.get()));
        }
        return started(history().size(), first.configuration(), origin, start, repeat.target(), claim)
                .map(Ask.Run::new);
    }

    /** A configuration that a person gave, and how. */
    private record Given(Configuration configuration, Origin origin) {}

    /**
     * What is to be tried before any sampler is asked: what the study was made with, in order, then what was enqueued.
     * What does not belong to the space of now is passed over, or waits.
     */
    private Optional<Given> given(int number) {
        var encoding = Encoding.of(space());
        if (number < spec.first().size()) {
            var first = encoding.completed(spec.first().get(number));
            if (history().space().isEmpty() || encoding.feasible(first)) {
                return Optional.of(new Given(first, Origin.given(number == 0 ? "default" : Origin.ENQUEUED)));
            }
        }
        return history().waiting().stream()
                .filter(each -> encoding.feasible(each.configuration()))
                .findFirst()
                .map(each -> new Given(each.configuration(), Origin.of(each)));
    }

    private Optional<Ask> fork(Scheduler.Next.Fork fork, Claim claim) {
        var late = proposer.tooLate(question(claim), fork.configuration(), fork.from(), fork.target());
        if (late.isPresent()) {
            return Optional.of(ended("a copy of trial " + fork.parent() + " is not begun: " + late.get()));
        }
        var scheduler = spec.search().scheduler().name();
        var origin = new Origin(scheduler, history().version(), 0, List.of(fork.reason()));
        var start = new Start.FromCheckpoint(fork.parent(), fork.from());
        return started(history().size(), fork.configuration(), origin, start, fork.target(), claim)
                .map(Ask.Run::new);
    }

    /** Empty when another worker claimed the number first. */
    private Optional<ActiveTrial> started(
            int number, Configuration configuration, Origin origin, Start start, double target, Claim claim) {
        if (!leases.take(number, claim.worker())) {
            return Optional.empty();
        }
        var event = new Event.Started(
                number,
                now(),
                configuration,
                origin,
                start,
                target,
                claim.worker(),
                claim.threads(),
                claim.numericMode());
        if (!append(List.of(new Store.Change(event, history().decisionVersion())))) {
            leases.release(number, claim.worker());
            return Optional.empty();
        }
        return Optional.of(
                new ActiveTrial(this, number, claim, beginning(history().trial(number)), target, 1));
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
            begun = started(history().size(), configuration, Origin.given("by hand"), Start.FRESH, target, claim);
        }
        return begun.get();
    }

    private Question question(Claim claim) {
        int changes = history().changes().size();
        if (remembered.changes() != changes) {
            remembered = new Remembered(changes, new Memory());
        }
        return new Question(problem(), history(), means(claim), knowledge(), remembered.memory());
    }

    private Problem problem() {
        return spec.problem().in(space());
    }

    /** What was known before the study began, in the space of now. */
    private Knowledge knowledge() {
        var known = spec.knowledge();
        return history().space().isEmpty()
                ? known
                : new Knowledge(known.first(), Belief.inSpace(known.beliefs(), spec.space(), space()), known.related());
    }

    private Means means(Claim claim) {
        var timeLeft = timeLeft(claim);
        return new Means(
                budgetLeft(claim),
                timeLeft.isPresent() ? OptionalDouble.of(timeLeft.get().toNanos() / 1e9) : OptionalDouble.empty(),
                claim.parallelism(),
                spec.budget().trialsLeft(history()),
                spec.budget().fidelityLeft(history()));
    }

    /** Until the study's time is over, or the worker has to leave. */
    private Optional<Duration> timeLeft(Claim claim) {
        return Stream.of(spec.budget().timeLeft(claim.elapsed(), now()), claim.timeLeft())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private OptionalDouble budgetLeft(Claim claim) {
        var known = spec.budget().known(history(), claim.elapsed(), now());
        if (claim.timeLeft().isEmpty()) {
            return known;
        }
        double ahead = claim.timeLeft().get().toNanos();
        double share = ahead / Math.max(1, ahead + claim.elapsed().toNanos());
        return OptionalDouble.of(Math.min(known.orElse(1), share));
    }

    /**
     * Why the study is over although its trials and its time are not used up: further ones are not expected to gain what
     * its budget asks for. Empty when they are, or nothing is asked for.
     */
    public Optional<String> enough() {
        return enough(new Claim("", 1, 1, Duration.ZERO));
    }

    private Optional<String> enough(Claim claim) {
        return terminator.flatMap(judge -> judge.reason(question(claim), spec.budget()));
    }

    /**
     * Which configuration is chosen as of the history that this worker last saw: the one that is expected to be the best,
     * see {@link Choice#of}; with several objectives, what is preferred.
     */
    public Optional<Choice> choice() {
        return Choice.of(problem(), history());
    }

    private SearchSpace searched(History seen) {
        var space = seen.space().orElse(spec.space());
        for (var dimension : seen.met().dimensions()) {
            if (space.find(dimension.parameter().name()).isEmpty()) {
                space = space.with(dimension);
            }
        }
        return space;
    }

    /** Goes on with a trial whose worker was lost; gives up on one that loses every worker. */
    private Optional<Ask> takeOver(Claim claim) {
        for (var trial : leases.lost(history())) {
            var gone = (TrialState.Running) trial.state();
            var hopeless = Verification.ofLosses(trial);
            if (hopeless.isPresent()) {
                var event = new Event.Finished(trial.number(), now(), hopeless.get(), trial.seconds());
                append(List.of(new Store.Change(event, trial.version())));
                continue;
            }
            var answer = goOn(trial, gone.target(), claim, "the lease of " + gone.worker() + " had ended");
            if (!(answer.orElse(null) instanceof Ask.Wait)) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<Ask> goOn(Trial trial, double target, Claim claim, String reason) {
        if (!leases.take(trial.number(), claim.worker())) {
            return Optional.of(new Ask.Wait());
        }
        double from = beginning(trial);
        var event = new Event.Resumed(trial.number(), now(), from, target, claim.worker(), reason);
        if (!append(List.of(new Store.Change(event, trial.version())))) {
            leases.release(trial.number(), claim.worker());
            return Optional.empty();
        }
        return Optional.of(
                new Ask.Run(new ActiveTrial(this, trial.number(), claim, from, target, trial.version() + 1)));
    }

    /** How far the checkpoint is that a trial goes on from: its own, else that of the trial it began from. */
    private double beginning(Trial trial) {
        return trial.checkpoint()
                .or(() -> inherited(trial).map(Inherited::checkpoint))
                .map(Trial.Checkpoint::fidelity)
                .orElse(0.0);
    }

    /** A checkpoint of another trial. */
    record Inherited(int trial, Trial.Checkpoint checkpoint) {}

    /** The checkpoint that a trial began from, as long as the other trial has it. */
    Optional<Inherited> inherited(Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint from
                ? history()
                        .trial(from.trial())
                        .checkpoint()
                        .filter(checkpoint -> checkpoint.fidelity() == from.fidelity())
                        .map(checkpoint -> new Inherited(from.trial(), checkpoint))
                : Optional.empty();
    }

    /** Whether a running trial may yet have to begin from the checkpoint that another has left. */
    boolean begunFrom(int trial, Trial.Checkpoint checkpoint) {
        var start = new Start.FromCheckpoint(trial, checkpoint.fidelity());
        return history()
                .running()
                .anyMatch(other ->
                        other.start().equals(start) && other.checkpoint().isEmpty());
    }

    Scheduler.Situation situation(Claim claim) {
        var seen = view.then(problem(), history());
        view = seen;
        return new Scheduler.Situation(seen, means(claim));
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
