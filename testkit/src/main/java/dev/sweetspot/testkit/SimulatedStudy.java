package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.scheduler.Scheduler.Verdict;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A study of trials that nobody runs: a scheduler decides, a table of curves answers. Configurations are drawn at random.
 * Decisions are asked for twice, and checked: only what is put aside is gone on with, forwards, and whoever waits has
 * somebody to wait for.
 */
public final class SimulatedStudy {
    /** The first decisions are asked for twice: more than a study of some dozens of trials has. */
    private static final int ASKED_AGAIN = 3000;

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Scheduler scheduler;
    private final Problem problem;
    private final Trials trials;
    private final Limits limits;
    private final SplittableRandom random;
    private final List<Integer> working = new ArrayList<>();
    private History history = History.EMPTY;
    private boolean over;
    private long nanos;
    private int decisions;

    /** What trials would report. */
    public interface Trials {
        /** The numbers of a trial's report. */
        Measurements report(int trial, Configuration configuration, double fidelity);

        /** Told that a trial begins from a checkpoint of another. */
        default void fork(int child, int parent, double from) {}

        /** Whether a trial fails when it should come to a fidelity. */
        default boolean fails(int trial, double fidelity) {
            return false;
        }
    }

    /**
     * What the study may use.
     *
     * @param workers how many trials run at once
     * @param trials how many may be started; empty for any number
     * @param fidelity how much may be run in all trials together; empty for any amount
     * @param step how much fidelity lies between two reports
     * @param interruptions the share of reports after which a trial is put aside by hand, from 0 to 1
     */
    public record Limits(int workers, OptionalInt trials, OptionalDouble fidelity, double step, double interruptions) {}

    /** A study in which nothing has happened. */
    public SimulatedStudy(Scheduler scheduler, Problem problem, Trials trials, Limits limits, long seed) {
        this.scheduler = scheduler;
        this.problem = problem;
        this.trials = trials;
        this.limits = limits;
        this.random = new SplittableRandom(seed);
    }

    /** What has happened so far. */
    public History history() {
        return history;
    }

    /** Whether the scheduler, or the budget, has ended the study. */
    public boolean over() {
        return over;
    }

    /** Nanoseconds of its processor that a decision took so far, on average: whatever else the machine does. */
    public double nanosADecision() {
        return (double) nanos / Math.max(1, decisions);
    }

    /** Runs until the study is over, or so many decisions have been made. */
    public History run(int most) {
        while (!over && decisions < most) {
            step();
        }
        return history;
    }

    private Situation situation() {
        var started = limits.trials();
        var spent = limits.fidelity();
        double trialShare = started.isPresent() ? 1 - (double) history.size() / started.getAsInt() : 1;
        double fidelityShare = spent.isPresent() ? 1 - history.fidelitySpent() / spent.getAsDouble() : 1;
        boolean endless = started.isEmpty() && spent.isEmpty();
        var means = new Means(
                endless ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, Math.min(trialShare, fidelityShare))),
                OptionalDouble.empty(),
                limits.workers(),
                started.isEmpty() ? started : OptionalInt.of(Math.max(0, started.getAsInt() - history.size())),
                spent.isEmpty()
                        ? spent
                        : OptionalDouble.of(Math.max(0, spent.getAsDouble() - history.fidelitySpent())));
        return new Situation(problem, history, means);
    }

    private void step() {
        if (working.size() < limits.workers() && !(working.size() > 0 && random.nextInt(4) == 0) && place()) {
            return;
        }
        if (working.isEmpty()) {
            over = true;
        } else {
            report(working.get(random.nextInt(working.size())));
        }
    }

    /** Gives a free worker something to do; false when there is nothing now. */
    private boolean place() {
        var situation = situation();
        long begin = CLOCK.getCurrentThreadCpuTime();
        var next = scheduler.next(situation);
        count(begin);
        if (decisions <= ASKED_AGAIN) {
            assertThat(scheduler.next(situation)).as("asked again").isEqualTo(next);
        }
        double most = problem.fidelity().most();
        if (next instanceof Next.StartNew start) {
            assertThat(start.target()).isBetween(problem.fidelity().least(), most);
            if (situation.means().trialsLeft().orElse(1) <= 0
                    || situation.means().fidelityLeft().orElse(1) <= 0) {
                return false;
            }
            begin(Encoding.of(problem.space()).draw(random).orElseThrow(), Start.FRESH, start.target());
            return true;
        }
        if (next instanceof Next.Fork fork) {
            return fork(fork, situation);
        }
        if (next instanceof Next.Repeat repeat) {
            return repeat(repeat, situation);
        }
        if (next instanceof Next.Resume resume) {
            var trial = history.trial(resume.trial());
            assertThat(trial.state())
                    .as("only what is put aside is gone on with")
                    .isInstanceOf(TrialState.Paused.class);
            assertThat(resume.target()).isGreaterThan(trial.curve().reached()).isLessThanOrEqualTo(most);
            history = history.and(new Event.Resumed(
                    resume.trial(), SampleEvents.NOON, trial.curve().reached(), resume.target(), "w", "test"));
            working.add(resume.trial());
            return true;
        }
        if (working.isEmpty()) {
            assertThat(next).as("nothing runs, so there is nothing to wait for").isInstanceOf(Next.Done.class);
        }
        return false;
    }

    private boolean fork(Next.Fork fork, Situation situation) {
        var parent = history.trial(fork.parent());
        assertThat(parent.state()).as("whose checkpoint lies still").isInstanceOf(TrialState.Paused.class);
        assertThat(fork.from()).isEqualTo(parent.curve().reached());
        assertThat(fork.target())
                .isGreaterThan(fork.from())
                .isLessThanOrEqualTo(problem.fidelity().most());
        assertThat(Encoding.of(problem.space()).violations(fork.configuration()))
                .isEmpty();
        assertThat(fork.reason()).isNotBlank();
        if (situation.means().trialsLeft().orElse(1) <= 0) {
            return false;
        }
        trials.fork(history.size(), fork.parent(), fork.from());
        begin(fork.configuration(), new Start.FromCheckpoint(fork.parent(), fork.from()), fork.target());
        return true;
    }

    private boolean repeat(Next.Repeat repeat, Situation situation) {
        var first = history.trial(repeat.trial());
        assertThat(first.state()).as("who is repeated").isNotInstanceOf(TrialState.Running.class);
        assertThat(first.start()).isInstanceOf(Start.Fresh.class);
        assertThat(repeat.target())
                .isBetween(problem.fidelity().least(), problem.fidelity().most());
        assertThat(repeat.reason()).isNotBlank();
        if (situation.means().trialsLeft().orElse(1) <= 0
                || situation.means().fidelityLeft().orElse(1) <= 0) {
            return false;
        }
        begin(first.configuration(), new Start.Repeat(repeat.trial()), repeat.target());
        return true;
    }

    private void begin(Configuration configuration, Start start, double target) {
        int number = history.size();
        history = history.and(new Event.Started(
                number, SampleEvents.NOON, configuration, Origin.given("test"), start, target, "w", 1));
        working.add(number);
    }

    private void count(long begin) {
        nanos += CLOCK.getCurrentThreadCpuTime() - begin;
        decisions++;
    }

    private void report(int number) {
        var trial = history.trial(number);
        double most = problem.fidelity().most();
        double begin = trial.start() instanceof Start.FromCheckpoint from ? from.fidelity() : 0;
        double next = Math.max(begin, trial.curve().reached()) + limits.step();
        double fidelity = next > most * (1 - 1e-9) ? most : next;
        if (trials.fails(number, fidelity)) {
            finish(SampleEvents.failed(number));
            return;
        }
        var values = trials.report(number, trial.configuration(), fidelity);
        history = history.and(
                new Event.Reported(number, SampleEvents.NOON, fidelity, values, fidelity, Optional.empty()));
        obey(trial.repeats().isPresent() ? Verdict.CONTINUE : judged(number), history.trial(number), values);
    }

    private Verdict judged(int number) {
        var situation = situation();
        long asked = CLOCK.getCurrentThreadCpuTime();
        var verdict = scheduler.judge(situation, number);
        count(asked);
        if (decisions <= ASKED_AGAIN) {
            assertThat(scheduler.judge(situation, number)).as("asked again").isEqualTo(verdict);
        }
        return verdict;
    }

    private void obey(Verdict verdict, Trial trial, Measurements values) {
        int number = trial.number();
        double reached = trial.curve().reached();
        boolean whole = reached >= problem.fidelity().most();
        var broken = problem.constraints().stream()
                .filter(constraint -> whole || constraint.known() == Constraint.Known.WHILE)
                .filter(constraint ->
                        !constraint.keeps(values.find(constraint.name()).orElse(constraint.limit())))
                .findFirst();
        if (whole) {
            finish(new Event.Finished(
                    number,
                    SampleEvents.NOON,
                    broken.<Outcome>map(constraint -> over(constraint, values)).orElseGet(() -> result(values)),
                    reached));
        } else if (verdict instanceof Verdict.Stop stop) {
            assertThat(stop.reason()).as("why it was stopped").isNotBlank();
            finish(new Event.Finished(
                    number, SampleEvents.NOON, new Outcome.StoppedEarly(values, stop.reason()), reached));
        } else if (broken.isPresent()) {
            finish(new Event.Finished(number, SampleEvents.NOON, over(broken.get(), values), reached));
        } else if (verdict instanceof Verdict.Pause pause) {
            assertThat(pause.reason()).as("why it was put aside").isNotBlank();
            aside(number, pause.reason());
        } else if (reached >= ((TrialState.Running) trial.state()).target() * (1 - 1e-9)) {
            aside(number, "reached its target");
        } else if (random.nextDouble() < limits.interruptions()) {
            aside(number, "stopped by hand");
        }
    }

    private static Outcome over(Constraint constraint, Measurements values) {
        return new Outcome.OverLimit(
                constraint.name(), values.find(constraint.name()).orElseThrow(), values);
    }

    /** As the engine ends trials: without a finite number for each objective it has failed. */
    private Outcome result(Measurements values) {
        boolean finite = problem.objectives().stream()
                .allMatch(objective ->
                        Double.isFinite(values.find(objective.name()).orElse(Double.NaN)));
        return finite
                ? new Outcome.Completed(values)
                : new Outcome.Failed(Outcome.Cause.NOT_FINITE, "loss = NaN: must be finite");
    }

    private void aside(int number, String reason) {
        history = history.and(new Event.Paused(number, SampleEvents.NOON, reason, Optional.of("checkpoint")));
        working.remove((Integer) number);
    }

    private void finish(Event.OfTrial event) {
        history = history.and(event);
        working.remove((Integer) event.trial());
    }

    /** What trials of all kinds report: they learn, stand still, get worse, give NaN and infinities, break limits, fail. */
    public static Trials ofAllKinds(Problem problem, long seed) {
        return new Trials() {
            @Override
            public Measurements report(int trial, Configuration configuration, double fidelity) {
                var draws = new SplittableRandom(seed * 1_000_003 + trial);
                int kind = draws.nextInt(20);
                double speed = Math.exp(draws.nextDouble(-1, 3));
                double share = fidelity / problem.fidelity().most();
                var values = new LinkedHashMap<String, Double>();
                for (var objective : problem.objectives()) {
                    double end = draws.nextDouble();
                    double loss = end + Math.exp(-share * speed);
                    double value =
                            switch (kind) {
                                case 0 -> Double.NaN;
                                case 1 -> share > 0.3 ? Double.NaN : loss;
                                case 2 -> share > 0.5 ? Double.POSITIVE_INFINITY : loss;
                                case 3 -> 1;
                                case 4 -> 2 - loss;
                                case 5 -> Double.NEGATIVE_INFINITY;
                                default -> loss;
                            };
                    values.put(objective.name(), objective.loss(value));
                }
                for (var constraint : problem.constraints()) {
                    double above = draws.nextInt(3) == 0 ? share : -share;
                    values.put(
                            constraint.name(),
                            constraint.limit() + (constraint.bound() == Constraint.Bound.AT_MOST ? above : -above));
                }
                return new Measurements(values);
            }

            @Override
            public boolean fails(int trial, double fidelity) {
                var draws = new SplittableRandom(seed * 999_983 + trial);
                return draws.nextInt(10) == 0
                        && fidelity > draws.nextDouble() * problem.fidelity().most();
            }
        };
    }
}
