package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Standing;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a job when people, or its time, decide about its study. */
@Timeout(120)
class OrderedJobTest {
    @TempDir
    Path folder;

    private final Store store = new InMemoryStore();
    private final Thresholds learner = Thresholds.of(30, Double.MAX_VALUE);
    private final List<TuneEvent> events = new CopyOnWriteArrayList<>();

    private Study study(int trials) {
        return learner.study(store, 40, trials);
    }

    private Study opened() {
        return Study.open(store, "s", InstantSource.system(), Thresholds.LEASE);
    }

    /** A job during which somebody else gives an order, after so many trials have begun. */
    private TuneJob job(Study study, Timetable timetable, Standing order, int after) {
        var begun = new AtomicInteger();
        return new TuneJob(
                study,
                new FolderArtifacts(folder.resolve("artifacts")),
                learner,
                new TunePlan(timetable, 2, 2, "w", folder.resolve("scratch")),
                event -> {
                    events.add(event);
                    if (event instanceof TuneEvent.Trial trial
                            && trial.event() instanceof Event.Started
                            && begun.incrementAndGet() == after) {
                        opened().order(order, "enough for now");
                    }
                });
    }

    @Test
    void aPausedJobEndsLikeAnInterruptedOneAndGoesOnWhenItsStudyIsOpenAgain() throws Exception {
        var study = study(12);
        assertThatThrownBy(
                        () -> job(study, Timetable.ENDLESS, Standing.PAUSED, 3).run(new ThreadExecutor()))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("the study was paused: enough for now");
        assertThat(study.refresh().running()).isEmpty();
        assertThat(study.history().size()).isLessThan(12);

        opened().order(Standing.OPEN, "resumed");
        try (var result = job(opened(), Timetable.ENDLESS, Standing.OPEN, 100).run(new ThreadExecutor())) {
            assertThat(result.history().completed()).hasSize(12);
        }
    }

    @Test
    void aStoppedJobMakesItsWinnerOfWhatThereIs() throws Exception {
        try (var result =
                job(study(5000), Timetable.ENDLESS, Standing.STOPPED, 5).run(new ThreadExecutor())) {
            assertThat(result.history().size()).isBetween(5, 4000);
            assertThat(result.winner().test().leading().value()).isPositive();
        }
        assertThat(events).contains(new TuneEvent.Ended("the study was stopped: enough for now"));
    }

    @Test
    void aJobThatIsStoppedBeforeAnyTrialHasAValueSaysThatAndDoesNotAskForMoreTime() {
        var study = study(12);
        study.order(Standing.STOPPED, "by hand");

        assertThatThrownBy(
                        () -> job(study, Timetable.ENDLESS, Standing.OPEN, 100).run(new ThreadExecutor()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no trial has come to a value: the study was stopped before (by hand). Maybe resume it?");
    }

    @Test
    void aJobWithoutTimeForAFirstLookAsksForMore() {
        long now = System.nanoTime();
        var over = new Timetable(now, now, now);

        assertThatThrownBy(() -> job(study(12), over, Standing.OPEN, 100).run(new ThreadExecutor()))
                .hasMessageContaining("time = too short")
                .hasMessageContaining("more --minutes?");
    }

    @Test
    void aJobWhoseTimeIsOverTellsAllItsWorkersSo() throws Exception {
        long now = System.nanoTime();
        var soon = Timetable.until(now, now + 2_000_000_000L, Double.POSITIVE_INFINITY, 0);
        job(study(100_000), soon, Standing.OPEN, 100_000)
                .run(new ThreadExecutor())
                .close();
        assertThat(opened().history().order())
                .hasValueSatisfying(order -> assertThat(order.standing()).isEqualTo(Standing.STOPPED));
        assertThat(opened().history().standing()).isEqualTo(Standing.STOPPED);
    }
}
