package dev.sweetspot.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import dev.sweetspot.workload.TrialRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What ends trials from outside: people's orders, limits of time, and other workers. */
@Timeout(60)
class OrdersTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1));
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong();
    private final InMemoryStore store = new InMemoryStore(now::get);
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    private Study study(Fidelity fidelity, int trials) {
        var spec = new StudySpec(
                "s",
                7,
                SPACE,
                List.of(Objective.minimize("loss")),
                fidelity,
                new Budget.Trials(trials),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        return made(spec);
    }

    private Study made(StudySpec spec) {
        return Study.create(store, spec, InstantSource.system(), LEASE);
    }

    private Study opened() {
        return Study.open(store, "s", InstantSource.system(), LEASE);
    }

    private StudyRunner runner(Study study, Tried.Body body) {
        var runner = new StudyRunner(
                study,
                new FolderArtifacts(folder.resolve("kept")),
                new Tried(SPACE, study.spec().fidelity(), body),
                folder.resolve("scratch"));
        runner.onNotice(notices::add);
        return runner;
    }

    private static RunPlan plan(String worker, int workers) {
        return new RunPlan(worker, workers, 1, Long.MAX_VALUE, Duration.ofHours(1));
    }

    private static FutureTask<Double> secondsOf(StudyRunner runner, RunPlan plan) {
        var task = new FutureTask<>(() -> {
            runner.run(new ThreadExecutor(), plan);
            return System.nanoTime() / 1e9;
        });
        new Thread(task).start();
        return task;
    }

    /** Counts to its target, slowly, from its checkpoint. */
    private static Measurements slowly(TrialRun run, CountDownLatch begun) throws InterruptedException {
        double at = run.from();
        while (at < run.target()) {
            Thread.sleep(20);
            at++;
            begun.countDown();
            if (run.report(at, Tried.loss(at), path -> java.nio.file.Files.writeString(path, "c"))
                    == TrialRun.Answer.END) {
                break;
            }
        }
        return Tried.loss(at);
    }

    @Test
    void aStudyThatIsPausedIsPutAsideSoonWithCheckpointsAndGoesOnWhenItIsOpenAgain() throws Exception {
        var begun = new CountDownLatch(2);
        var study = study(Fidelity.epochs(2000), 2);
        var runner = runner(study, run -> slowly(run, begun));
        var ended = secondsOf(runner, plan("w", 2));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        double ordered = System.nanoTime() / 1e9;
        assertThat(opened().order(Standing.PAUSED, "the machine is needed")).isTrue();
        assertThat(ended.get() - ordered).isBetween(0.0, 5.0);

        var aside = study.refresh().paused().toList();
        assertThat(aside).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.state())
                    .isInstanceOfSatisfying(TrialState.Paused.class, state -> assertThat(state.reason())
                            .isEqualTo("the study was paused: the machine is needed"));
            assertThat(trial.checkpoint().map(Trial.Checkpoint::fidelity))
                    .contains(trial.curve().reached());
        });
        assertThat(opened().ask(new Claim("other", 1, 1, Duration.ZERO)))
                .isEqualTo(new Ask.Finished("the study was paused: the machine is needed"));
        assertThat(opened().order(Standing.PAUSED, "again"))
                .as("it is so already")
                .isFalse();

        assertThat(opened().order(Standing.OPEN, "resumed")).isTrue();
        assertThat(opened().ask(new Claim("other", 1, 1, Duration.ZERO))).isInstanceOf(Ask.Run.class);
    }

    @Test
    void ordersAreReadAgainAsTheyWereWritten() {
        var order = new Event.Ordered(Instant.parse("2026-01-01T12:00:00Z"), Standing.STOPPED, "good enough");
        assertThat(EventForms.fromForm(EventForms.toForm(order))).isEqualTo(order);
        var timed = new Event.Ordered(
                order.at(), Standing.OPEN, "resumed", Optional.of(order.at().plusSeconds(60)));
        assertThat(EventForms.fromForm(EventForms.toForm(timed))).isEqualTo(timed);
        var more = new Event.Ordered(order.at(), Standing.OPEN, "resumed", Optional.empty(), OptionalInt.of(40));
        assertThat(EventForms.fromForm(EventForms.toForm(more))).isEqualTo(more);
    }

    private static int tried(Study study) {
        var claim = new Claim("other", 1, 1, Duration.ZERO);
        while (study.ask(claim) instanceof Ask.Run run) {
            run.trial().tell(Tried.loss(1), 1);
        }
        return study.history().size();
    }

    @Test
    void aStudyThatHasUsedItsTrialsIsGivenMoreAndEveryWorkerKnows() {
        var study = study(Fidelity.WHOLE, 5);
        var elsewhere = opened();
        assertThat(tried(study)).isEqualTo(5);

        assertThat(study.reopen("resumed", Optional.empty(), OptionalInt.of(8))).isTrue();
        assertThat(study.reopen("resumed", Optional.empty(), OptionalInt.of(8))).isFalse();
        assertThat(tried(elsewhere)).isEqualTo(8);
        assertThat(study.ask(new Claim("w", 1, 1, Duration.ZERO)))
                .isEqualTo(new Ask.Finished("the budget of 8 trials is used up"));

        study.order(Standing.PAUSED, "by hand");
        study.order(Standing.OPEN, "by hand");
        assertThat(tried(opened())).as("other orders leave the number as it is").isEqualTo(8);
    }

    @Test
    void trialsAreNotGivenToAStudyThatTheyDoNotEnd() {
        var study = study(Fidelity.WHOLE, 5);
        assertThatThrownBy(() -> study.reopen("resumed", Optional.empty(), OptionalInt.of(0)))
                .hasMessageContaining("trials = 0: must be at least 1");
        var spec = study.spec();
        var timed = new StudySpec(
                "timed",
                1,
                spec.problem(),
                new Budget.WallClock(Duration.ofHours(1)),
                spec.search(),
                spec.knowledge(),
                spec.errand());
        assertThatThrownBy(() -> made(timed).reopen("resumed", Optional.empty(), OptionalInt.of(9)))
                .hasMessageContaining("trials = 9: does not end this study");
        var same = new StudySpec(
                        "same", 1, spec.problem(), new Budget.Trials(3), spec.search(), spec.knowledge(), spec.errand())
                .lagging(4);
        assertThatThrownBy(() -> made(same).reopen("resumed", Optional.empty(), OptionalInt.of(9)))
                .hasMessageContaining("trials = 9: was settled when the study was made: it is deterministic");
    }

    @Test
    void anotherEndOfItsTimeIsNewsForAStudyThatIsOpen() {
        var study = study(Fidelity.WHOLE, 5);
        var until = Optional.of(Instant.parse("2026-01-01T12:00:00Z"));

        assertThat(study.reopen("resumed", until)).isTrue();
        assertThat(study.reopen("resumed", until)).isFalse();
        assertThat(opened().history().order().flatMap(Event.Ordered::until)).isEqualTo(until);
        assertThat(study.reopen("resumed", Optional.empty())).isTrue();
        assertThat(opened().history().order().flatMap(Event.Ordered::until)).isEmpty();
    }

    private static Measurements hangs(TrialRun run, AtomicBoolean letGo) {
        if (run.number() == 0) {
            while (!letGo.get()) {
                Thread.onSpinWait();
            }
        }
        return Tried.loss(1);
    }

    @Test
    void aTrialThatHangsAndAnswersNothingFailsInTimeWhileTheOthersGoOn() throws Exception {
        var letGo = new AtomicBoolean();
        var study = study(Fidelity.WHOLE, 5);
        var runner = runner(study, run -> hangs(run, letGo));
        try {
            double begin = System.nanoTime() / 1e9;
            var ended = secondsOf(runner, plan("w", 1).limiting(Optional.of(Duration.ofMillis(500))));
            assertThat(ended.get() - begin).isLessThan(20);
        } finally {
            letGo.set(true);
        }
        var history = study.refresh();
        assertThat(history.completed()).hasSize(4);
        assertThat(history.trial(0).outcome().orElseThrow()).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(Outcome.Cause.TIME_LIMIT);
            assertThat(failed.message()).contains("longer than the 0.5 s", "did not answer", "Maybe --isolate?");
        });
        assertThat(history.trial(0).seconds()).isBetween(0.5, 4.0);
        assertThat(notices).anyMatch(notice -> notice.contains("left behind"));
    }

    @Test
    void aWorkerThatWasLeftBehindAndFailsLateEndsNoRun() throws InterruptedException {
        var letGo = new AtomicBoolean();
        var hanging = new AtomicReference<Thread>();
        var study = study(Fidelity.WHOLE, 3);
        var runner = runner(study, run -> {
            if (run.number() == 0) {
                hanging.set(Thread.currentThread());
                hangs(run, letGo);
                throw new StoreException("the disk is gone", new IllegalStateException());
            }
            letGo.set(true);
            hanging.get().join();
            return Tried.loss(1);
        });
        runner.run(new ThreadExecutor(), plan("w", 1).limiting(Optional.of(Duration.ofSeconds(2))));

        assertThat(study.refresh().completed()).hasSize(2);
        assertThat(study.history().trial(0).outcome().orElseThrow()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aTrialThatAnswersAnInterruptFailsAtItsLimitAndItsWorkerGoesOn() throws Exception {
        var study = study(Fidelity.WHOLE, 3);
        var runner = runner(study, run -> {
            if (run.number() == 1) {
                Thread.sleep(50_000);
            }
            return Tried.loss(1);
        });
        runner.run(new ThreadExecutor(), plan("w", 1).limiting(Optional.of(Duration.ofMillis(300))));
        var history = study.refresh();
        assertThat(history.completed()).hasSize(2);
        assertThat(((Outcome.Failed) history.trial(1).outcome().orElseThrow()).message())
                .isEqualTo(
                        "it took longer than the 0.3 s that a trial may take. Maybe a smaller network, or more seconds"
                                + " for each trial?");
        assertThat(notices).isEmpty();
    }

    @Test
    void aWorkerThatLostItsTrialIsToldAndWhatItSaysLateCountsForNothing() throws Exception {
        var study = study(Fidelity.epochs(3), 1);
        var taken = new CountDownLatch(1);
        var first = new CountDownLatch(1);
        var runner = runner(study, run -> {
            run.report(1, Tried.loss(10));
            first.countDown();
            taken.await();
            for (double at = 2; at <= 3; at++) {
                if (run.report(at, Tried.loss(-100)) == TrialRun.Answer.END) {
                    break;
                }
            }
            return Tried.loss(-100);
        });
        var ended = secondsOf(runner, plan("old", 1));
        first.await();
        now.addAndGet(LEASE.toNanos() + 1);
        var other = opened();
        runner(other, run -> {
                    for (double at = 1; at <= 3; at++) {
                        run.report(at, Tried.loss(4 - at));
                    }
                    return Tried.loss(1);
                })
                .run(new ThreadExecutor(), plan("new", 1));
        taken.countDown();
        ended.get();

        var trial = other.refresh().trial(0);
        assertThat(trial.value("loss")).hasValue(1);
        assertThat(trial.curve().values("loss")).containsExactly(10, 2, 1);
        assertThat(notices).singleElement().asString().contains("Trial 0 belongs to another worker now");
        assertThat(store.leases("s")).isEmpty();
    }
}
