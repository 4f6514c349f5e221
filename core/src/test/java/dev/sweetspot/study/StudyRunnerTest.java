package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StudyRunnerTest {
    private static final RealParameter X = Parameter.real("x", 0, 1);
    private static final SearchSpace SPACE = SearchSpace.of(X);
    private static final Fidelity SIX = Fidelity.epochs(6);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Claim CLAIM = new Claim("dead", 1, 1, Duration.ZERO);

    private final AtomicLong now = new AtomicLong();
    private final InMemoryStore store = new InMemoryStore(now::get);

    @TempDir
    Path folder;

    private static StudySpec spec(Fidelity fidelity, Budget budget, Scheduler scheduler) {
        return new StudySpec(
                "s",
                7,
                SPACE,
                List.of(Objective.minimize("loss")),
                fidelity,
                budget,
                new StudySpec.Search(new RandomSearch(), scheduler),
                List.of(),
                Form.of(Map.of()));
    }

    private Study study(Fidelity fidelity, Budget budget) {
        return study(spec(fidelity, budget, new RunToTheEnd()));
    }

    private Study study(StudySpec spec) {
        return Study.create(store, spec, InstantSource.system(), LEASE);
    }

    private Study opened() {
        return Study.open(store, "s", InstantSource.system(), LEASE);
    }

    private Artifacts artifacts() {
        return new FolderArtifacts(folder.resolve("kept"));
    }

    private StudyRunner runner(Study study, Tried.Body body) {
        return new StudyRunner(
                study, artifacts(), new Tried(SPACE, study.spec().fidelity(), body), folder.resolve("scratch"));
    }

    private static RunPlan plan(Duration checkpointEvery) {
        return new RunPlan("w", 1, 1, Long.MAX_VALUE, checkpointEvery);
    }

    private void run(Study study, Tried.Body body) throws InterruptedException {
        runner(study, body).run(new ThreadExecutor(), plan(Duration.ZERO));
    }

    /** A trial with four reported epochs, a checkpoint of the second, and a worker that was killed. */
    private String killedAfterFourEpochs() throws IOException {
        var trial = ((Ask.Run) study(SIX, new Budget.Trials(1)).ask(CLAIM)).trial();
        var checkpoint = artifacts().put("s", 0, "checkpoint", Files.writeString(folder.resolve("two"), "2"));
        for (int epoch = 1; epoch <= 4; epoch++) {
            trial.report(epoch, Tried.loss(10 - epoch), epoch, epoch == 2 ? Optional.of(checkpoint) : Optional.empty());
        }
        now.addAndGet(LEASE.toNanos() + 1);
        return checkpoint;
    }

    @Test
    void epochsThatAreRepeatedAfterAKillLeaveReportsAndCheckpointAsTheyAre() throws Exception {
        var checkpoint = killedAfterFourEpochs();
        var study = opened();
        var runner = new AtomicReference<StudyRunner>();
        runner.set(runner(study, run -> {
            runner.get().stop();
            return Tried.count(run);
        }));
        runner.get().run(new ThreadExecutor(), plan(Duration.ZERO));
        var aside = study.history().trial(0);
        assertThat(aside.state()).isEqualTo(new TrialState.Paused(4, "stopped by hand"));
        assertThat(aside.checkpoint()).contains(new Trial.Checkpoint(checkpoint, 2));
        run(opened(), Tried::count);
        var ended = study.refresh().trial(0);
        assertThat(ended.completed()).isTrue();
        assertThat(ended.curve().values("loss")).containsExactly(9, 8, 7, 6, 5, 4);
    }

    @Test
    void whatATrialIsAtBetweenTwoReportsIsShownAndKeptNowhere() throws Exception {
        var study = study(SIX, new Budget.Trials(1));
        var seen = new ArrayList<Glimpse>();
        var runner = runner(study, run -> {
            run.glimpse(0.5, Tried.loss(12));
            return Tried.count(run);
        });
        runner.onGlimpse(seen::add);
        runner.run(new ThreadExecutor(), plan(Duration.ZERO));

        assertThat(seen).containsExactly(new Glimpse(0, 0.5, Tried.loss(12)));
        assertThat(opened().history().trial(0).curve().values("loss")).containsExactly(9, 8, 7, 6, 5, 4);
    }

    @Test
    void aTrialWhoseCheckpointIsDamagedBeginsAgain() throws Exception {
        var checkpoint = killedAfterFourEpochs();
        Files.writeString(artifacts().get("s", 0, checkpoint).orElseThrow(), "5");
        var from = new AtomicReference<Double>();
        var study = opened();
        run(study, run -> {
            from.set(run.from());
            return Tried.count(run);
        });
        assertThat(from.get()).isZero();
        assertThat(study.history().trial(0).curve().values("loss")).containsExactly(9, 8, 7, 6, 5, 4);
    }

    @Test
    void oldCheckpointsAndThoseOfEndedTrialsAreRemoved() throws InterruptedException {
        var most = new AtomicInteger();
        var study = study(SIX, new Budget.Trials(2));
        run(study, run -> {
            var values = Tried.count(run);
            most.accumulateAndGet(artifacts().list("s").size(), Math::max);
            return values;
        });
        assertThat(most).hasValue(1);
        assertThat(artifacts().list("s")).isEmpty();
    }

    @Test
    void aReportThatIsNotFiniteEndsTheTrialAndNothingCanFollowIt() throws InterruptedException {
        var answers = new ArrayList<TrialRun.Answer>();
        var study = study(SIX, new Budget.Trials(1));
        run(study, run -> {
            answers.add(run.report(1, Tried.loss(3)));
            answers.add(run.report(2, Tried.loss(Double.NaN)));
            answers.add(run.report(3, Tried.loss(2)));
            return Tried.loss(2);
        });
        assertThat(answers).containsExactly(TrialRun.Answer.GO_ON, TrialRun.Answer.END, TrialRun.Answer.END);
        var trial = opened().history().trial(0);
        assertThat(trial.curve().size()).isEqualTo(1);
        assertThat(trial.outcome())
                .contains(new Outcome.Failed(
                        Outcome.Cause.NOT_FINITE,
                        "loss = NaN at 2.0 epochs: must be finite. Maybe a smaller learning rate?"));
    }

    @Test
    void aLimitThatIsKnownBeforeSparesTheTrial() throws InterruptedException {
        var limit = new Constraint("size", Constraint.Bound.AT_MOST, 0.5, Constraint.Known.BEFORE);
        var study = study(spec(SIX, new Budget.Trials(30), new RunToTheEnd()).with(List.of(limit)));
        var tried = new ArrayList<Double>();
        run(study, run -> {
            tried.add(run.configuration().get(X));
            return Tried.loss(1);
        });
        assertThat(tried).isNotEmpty().hasSizeLessThan(30).allMatch(x -> x <= 0.5);
        assertThat(study.history()
                        .finished()
                        .filter(trial -> trial.outcome().orElseThrow() instanceof Outcome.OverLimit))
                .hasSize(30 - tried.size())
                .allMatch(trial -> trial.configuration().get(X) > 0.5);
    }

    @Test
    void aLimitEndsATrialWhileItRunsOrWhenItHasEnded() throws InterruptedException {
        var during = new Constraint("memory", Constraint.Bound.AT_MOST, 2, Constraint.Known.WHILE);
        var after = new Constraint("memory", Constraint.Bound.AT_MOST, 1, Constraint.Known.AFTER);
        var study = study(spec(SIX, new Budget.Trials(2), new RunToTheEnd()).with(List.of(during, after)));
        run(study, run -> {
            double memory = run.number() == 0 ? 3 : 1.5;
            run.report(1, Tried.loss(1).and("memory", memory));
            return Tried.loss(1).and("memory", memory);
        });
        assertThat(study.history().finished().map(trial -> trial.outcome().orElseThrow()))
                .containsExactly(
                        new Outcome.OverLimit("memory", 3, Tried.loss(1).and("memory", 3)),
                        new Outcome.OverLimit("memory", 1.5, Tried.loss(1).and("memory", 1.5)));
    }

    /** Runs three trials for two epochs, then the first of them to its end. */
    private record Rungs() implements Scheduler {
        @Override
        public String name() {
            return "rungs";
        }

        @Override
        public String help() {
            return "For a test.";
        }

        @Override
        public Next next(Situation situation) {
            return situation.history().size() < 3
                    ? new Next.StartNew(2)
                    : situation.history().trial(0).completed()
                            ? new Next.Done("the first is through")
                            : new Next.Resume(0, 6);
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            return Verdict.CONTINUE;
        }
    }

    @Test
    void aTrialThatReachesATargetShortOfTheWholeWaitsWithItsCheckpoint() throws InterruptedException {
        var study = study(spec(SIX, new Budget.Trials(3), new Rungs()));
        runner(study, Tried::count).run(new ThreadExecutor(), plan(Duration.ofHours(1)));
        assertThat(study.history().trial(0).curve().values("loss")).containsExactly(9, 8, 7, 6, 5, 4);
        assertThat(study.history().paused()).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(new TrialState.Paused(2, "reached 2.0 epochs"));
            assertThat(trial.checkpoint().orElseThrow().fidelity()).isEqualTo(2);
        });
    }

    /** Runs a trial for two epochs, and goes on with a copy of it alone. */
    private record Copying() implements Scheduler {
        @Override
        public String name() {
            return "copying";
        }

        @Override
        public String help() {
            return "For a test.";
        }

        @Override
        public Next next(Situation situation) {
            return switch (situation.history().size()) {
                case 0 -> new Next.StartNew(2);
                case 1 ->
                    new Next.Fork(
                            0,
                            2,
                            situation.history().trial(0).configuration(),
                            6,
                            "the first has come to "
                                    + situation.history().trial(0).curve().reached());
                default -> new Next.Done("the copy is through");
            };
        }

        @Override
        public Verdict judge(Situation situation, int trial) {
            return Verdict.CONTINUE;
        }
    }

    @Test
    void aCopyGoesOnFromTheCheckpointThatAnotherTrialLeft() throws InterruptedException {
        var study = study(spec(SIX, new Budget.Trials(3), new Copying()));
        runner(study, Tried::count).run(new ThreadExecutor(), plan(Duration.ofHours(1)));
        var copy = study.history().trial(1);
        assertThat(copy.start()).isEqualTo(new Start.FromCheckpoint(0, 2));
        assertThat(copy.origin().sampler()).isEqualTo("copying");
        assertThat(copy.origin().reasons()).containsExactly("the first has come to 2.0");
        assertThat(copy.curve().values("loss")).containsExactly(7, 6, 5, 4);
        assertThat(copy.completed()).isTrue();
        assertThat(study.history().trial(0).checkpoint().orElseThrow().fidelity())
                .isEqualTo(2);
        assertThat(study.history().fidelitySpent()).isEqualTo(6);
    }

    @Test
    void aRunThatSeesTheStopAndReturnsShortOfItsTargetIsPutAside() throws InterruptedException {
        var study = study(SIX, new Budget.Trials(1));
        var runner = new AtomicReference<StudyRunner>();
        runner.set(runner(study, run -> {
            runner.get().stop();
            assertThat(run.stopRequested()).isTrue();
            return Tried.loss(5);
        }));
        runner.get().run(new ThreadExecutor(), RunPlan.simple("w"));
        assertThat(study.history().trial(0).state()).isInstanceOf(TrialState.Paused.class);
    }

    @Test
    void anErrorOfOneTrialIsItsFailureAndNotThatOfTheStudy() throws InterruptedException {
        var study = study(Fidelity.WHOLE, new Budget.Trials(4));
        run(study, run -> {
            switch (run.number()) {
                case 0 -> throw new StackOverflowError();
                case 1 -> throw new OutOfMemoryError("no heap");
                case 2 -> throw new IllegalStateException("the tap is dry");
                default -> {
                    return Tried.loss(1);
                }
            }
        });
        assertThat(study.history().finished().map(trial -> trial.outcome().orElseThrow()))
                .containsExactly(
                        new Outcome.Failed(Outcome.Cause.ERROR, "StackOverflowError"),
                        new Outcome.Failed(
                                Outcome.Cause.OUT_OF_MEMORY, "the memory ran out. Maybe a smaller batch or network?"),
                        new Outcome.Failed(Outcome.Cause.ERROR, "the tap is dry"),
                        new Outcome.Completed(Tried.loss(1)));
    }

    @Test
    void aStoreThatFailsEndsTheRunAndBlamesNoTrial() throws IOException {
        var study = study(SIX, new Budget.Trials(1));
        var file = Files.writeString(folder.resolve("file"), "in the way");
        var runner = new StudyRunner(study, artifacts(), new Tried(SPACE, SIX, Tried::count), file.resolve("scratch"));
        assertThatThrownBy(() -> runner.run(new ThreadExecutor(), plan(Duration.ZERO)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not write a checkpoint");
        assertThat(study.history().trial(0).state()).isInstanceOf(TrialState.Running.class);
    }

    @Test
    void anInterruptStillLeavesACheckpointOfTheMoment() throws InterruptedException {
        var study = study(SIX, new Budget.Trials(1));
        var runner = runner(study, run -> {
            Thread.currentThread().interrupt();
            return Tried.count(run);
        });
        runner.run(new ThreadExecutor(), plan(Duration.ofHours(1)));
        var trial = study.history().trial(0);
        assertThat(trial.state()).isEqualTo(new TrialState.Paused(1, "interrupted"));
        assertThat(trial.checkpoint().orElseThrow().fidelity()).isEqualTo(1);
    }

    @Test
    void theTimeOfTheBudgetEndsRunningTrialsToo() throws InterruptedException {
        var study = study(SIX, new Budget.WallClock(Duration.ofMillis(200)));
        run(study, run -> {
            while (!run.stopRequested()) {
                Thread.sleep(5);
            }
            return Tried.count(run);
        });
        assertThat(study.history().trials()).hasSize(1);
        assertThat(study.history().trial(0).state()).isEqualTo(new TrialState.Paused(1, "the time is over"));
    }

    @Test
    void aWorkloadThatDoesNotLookAtTheDeadlineIsInterrupted() throws InterruptedException {
        var study = study(SIX, new Budget.WallClock(Duration.ofMillis(100)));
        run(study, run -> {
            Thread.sleep(Duration.ofHours(1).toMillis());
            return Tried.loss(1);
        });
        assertThat(study.history().trial(0).state()).isEqualTo(new TrialState.Paused(0, "the time is over"));
    }

    @Test
    void whatCannotFollowIsRefusedBeforeItSpoilsTheLog() {
        var trial = ((Ask.Run) study(SIX, new Budget.Trials(1)).ask(CLAIM)).trial();
        trial.tell(Tried.loss(1), 1);
        assertThatThrownBy(() -> trial.tell(Tried.loss(2), 1)).hasMessageContaining("it has ended");
        assertThat(opened().history().trial(0).value("loss")).hasValue(1);
    }

    @Test
    void aTrialThatLosesEveryWorkerFailsInTheEnd() {
        study(SIX, new Budget.Trials(1)).ask(CLAIM);
        for (int i = 0; i < 3; i++) {
            now.addAndGet(LEASE.toNanos() + 1);
            assertThat(opened().ask(new Claim("w" + i, 1, 1, Duration.ZERO))).isInstanceOf(Ask.Run.class);
        }
        now.addAndGet(LEASE.toNanos() + 1);
        var study = opened();
        assertThat(study.ask(new Claim("last", 1, 1, Duration.ZERO))).isInstanceOf(Ask.Finished.class);
        var failed = (Outcome.Failed) study.history().trial(0).outcome().orElseThrow();
        assertThat(failed.cause()).isEqualTo(Outcome.Cause.LOST);
        assertThat(failed.message()).contains("4 times without a new report, the last one was w2");
    }

    @Test
    void twoProcessesOnOneStoreTryEveryConfigurationOnceAndAgreeOnTheHistory() throws Exception {
        var space = SearchSpace.of(Parameter.integer("a", 1, 60));
        var whole = spec(Fidelity.WHOLE, new Budget.Trials(1000), new RunToTheEnd());
        var one = study(new StudySpec(
                "s",
                7,
                space,
                whole.objectives(),
                Fidelity.WHOLE,
                whole.budget(),
                whole.search(),
                List.of(),
                Form.of(Map.of())));
        var two = opened();
        var workload = new Tried(space, Fidelity.WHOLE, run -> Tried.loss(1));
        var scratch = folder.resolve("scratch");
        var other = new FutureTask<Void>(() -> {
            new StudyRunner(two, artifacts(), workload, scratch)
                    .run(new ThreadExecutor(), new RunPlan("b", 3, 1, Long.MAX_VALUE, LEASE));
            return null;
        });
        new Thread(other, "other-process").start();
        new StudyRunner(one, artifacts(), workload, scratch)
                .run(new ThreadExecutor(), new RunPlan("a", 3, 1, Long.MAX_VALUE, LEASE));
        other.get();
        assertThat(one.refresh().completed().map(Trial::configuration).distinct())
                .hasSize(60);
        assertThat(one.history().size()).isEqualTo(60);
        assertThat(two.refresh().trials())
                .extracting(Trial::version)
                .isEqualTo(one.history().trials().stream().map(Trial::version).toList());
    }
}
