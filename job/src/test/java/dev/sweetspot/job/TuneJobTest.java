package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
@Timeout(60)
class TuneJobTest {
    @TempDir
    Path folder;

    private final Store store = new InMemoryStore();
    private final List<TuneEvent> events = new CopyOnWriteArrayList<>();

    private Study study(Thresholds learner, double first, int trials) {
        return learner.study(store, first, trials);
    }

    private TuneJob job(Study study, Thresholds learner, Timetable timetable, int workers) {
        return new TuneJob(
                study,
                new FolderArtifacts(folder.resolve("artifacts")),
                learner,
                new TunePlan(timetable, 2, workers, "w", folder.resolve("scratch")),
                events::add);
    }

    private static Timetable within(double seconds) {
        long now = System.nanoTime();
        return Timetable.until(now, now + (long) (seconds * 1e9), Double.POSITIVE_INFINITY, 0);
    }

    @Test
    void theErrandEndsWithTheWinnerMeasuredOnceBesideTheDefault() throws Exception {
        var learner = Thresholds.quick();
        try (var result =
                job(study(learner, 40, 20), learner, Timetable.ENDLESS, 2).run(new ThreadExecutor())) {
            var winner = result.winner();

            assertThat(result.history().size()).isEqualTo(20);
            assertThat(winner.configuration().get(Thresholds.THRESHOLD)).isBetween(90.0, 166.0);
            assertThat(winner.test().leading().value()).isGreaterThan(0.7);
            assertThat(result.standard()).isInstanceOf(Standard.Beside.class);
            assertThat(result.verdict()).contains("winner is");
            assertThat(learner.tested())
                    .as("each test image, once a model")
                    .hasValue(2 * learner.parts().test().length);
            assertThat(steps()).containsExactly(TuneEvent.Step.SEARCH, TuneEvent.Step.FIT, TuneEvent.Step.MEASURE);
        }
    }

    private List<TuneEvent.Step> steps() {
        return events.stream()
                .filter(TuneEvent.Began.class::isInstance)
                .map(event -> ((TuneEvent.Began) event).step())
                .toList();
    }

    @Test
    void theDefaultMayWin() throws Exception {
        var learner = Thresholds.quick();
        try (var result =
                job(study(learner, 128, 1), learner, Timetable.ENDLESS, 1).run(new ThreadExecutor())) {
            assertThat(result.standard()).isEqualTo(new Standard.Won());
            assertThat(result.verdict()).contains("tuning did not beat it");
            assertThat(learner.tested()).hasValue(learner.parts().test().length);
            assertThat(steps()).containsExactly(TuneEvent.Step.SEARCH, TuneEvent.Step.FIT, TuneEvent.Step.MEASURE);
        }
    }

    @Test
    void aDefaultThatFailsLeavesAResult() throws Exception {
        var learner = Thresholds.of(1, 200);
        try (var result =
                job(study(learner, 250, 20), learner, Timetable.ENDLESS, 1).run(new ThreadExecutor())) {
            assertThat(result.standard()).isInstanceOf(Standard.Missing.class);
            assertThat(result.verdict()).contains("no default").contains("threshold = 250.0: fails on purpose");
            assertThat(result.winner().test().leading().value()).isGreaterThan(0.7);
        }
    }

    @Test
    void whenAllTrialsFailTheReasonsAreSaid() {
        var learner = Thresholds.of(1, 0);

        assertThatThrownBy(() -> job(study(learner, 40, 4), learner, Timetable.ENDLESS, 2)
                        .run(new ThreadExecutor()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("all 4 trials failed")
                .hasMessageContaining("fails on purpose");
    }

    @Test
    void aDeadlineThatIsTooShortForAFirstLookIsSaid() {
        var learner = Thresholds.of(60_000, Double.MAX_VALUE);

        assertThatThrownBy(() ->
                        job(study(learner, 40, 4), learner, within(0.3), 2).run(new ThreadExecutor()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Maybe more --minutes?");
    }

    @Test
    void theDeadlineIsKept() throws Exception {
        var learner = Thresholds.of(20, Double.MAX_VALUE);
        long begin = System.nanoTime();
        try (var result =
                job(study(learner, 40, 100_000), learner, within(2), 2).run(new ThreadExecutor())) {
            double seconds = (System.nanoTime() - begin) / 1e9;

            assertThat(seconds).isBetween(0.8, 3.0);
            assertThat(result.history().size()).isGreaterThan(4);
        }
    }

    @Test
    void anInterruptedSearchGoesOnWhereItWas() throws Exception {
        var learner = Thresholds.of(30, Double.MAX_VALUE);
        var study = study(learner, 40, 12);
        var begun = new CountDownLatch(3);
        var job = new TuneJob(
                study,
                new FolderArtifacts(folder.resolve("artifacts")),
                learner,
                new TunePlan(Timetable.ENDLESS, 2, 2, "first", folder.resolve("scratch")),
                event -> begun.countDown());
        var thrown = new AtomicReference<Throwable>();
        var thread = new Thread(() -> {
            try {
                job.run(new ThreadExecutor()).close();
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        thread.start();
        begun.await();
        Thread.sleep(100);
        thread.interrupt();
        thread.join();
        int before = study.refresh().size();

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(study.history().running()).isEmpty();
        assertThat(before).isLessThan(12);
        var again = Study.open(store, "s", InstantSource.system(), Thresholds.LEASE);
        try (var result = job(again, learner, Timetable.ENDLESS, 2).run(new ThreadExecutor())) {
            assertThat(result.history().size()).isEqualTo(12);
            assertThat(result.history().completed()).hasSize(12);
        }
    }

    @Test
    void theSameSeedGivesTheSameWinner() throws Exception {
        var learner = Thresholds.quick();
        var first = job(study(learner, 40, 8), learner, Timetable.ENDLESS, 1).run(new ThreadExecutor());
        store.delete("s");
        var second = job(study(learner, 40, 8), learner, Timetable.ENDLESS, 1).run(new ThreadExecutor());

        assertThat(second.winner().configuration()).isEqualTo(first.winner().configuration());
        assertThat(second.history().trials().stream().map(trial -> trial.configuration()))
                .isEqualTo(first.history().trials().stream()
                        .map(trial -> trial.configuration())
                        .toList());
    }

    @Test
    void halfOfTheTimeIsForTheSearchUnlessTheLastTrainingsAreShortAndSomethingIsKeptForTheUnforeseen() {
        var table = Timetable.until(0, 100_000_000_000L, Double.POSITIVE_INFINITY, 3);

        assertThat(table.end() - table.fitEnd()).isBetween(5_000_000_000L, 7_000_000_000L);
        assertThat(table.searchEnd()).isEqualTo(table.fitEnd() / 2);
        var quick = Timetable.until(0, 100_000_000_000L, 1, 3);
        assertThat(quick.searchEnd())
                .as("last trainings of a second, of a winner that may be slower")
                .isGreaterThan(table.searchEnd())
                .isLessThan(quick.fitEnd() - 5_000_000_000L);
        assertThat(quick.searchEnd()
                        - Timetable.until(0, 100_000_000_000L, 1, 5, 3).searchEnd())
                .as("four networks more, each of which may take twice its second")
                .isEqualTo(8_000_000_000L);
        assertThat(Timetable.until(0, 1_000_000_000L, 1, 60).searchEnd()).isPositive();
        assertThat(Timetable.until(10, 5, 1, 0).searchEnd())
                .as("too late already")
                .isLessThanOrEqualTo(10);
        assertThat(Timetable.ENDLESS.limited()).isFalse();
    }

    @Test
    void whatTheLastTrainingsDoNotNeedIsGivenToTheSearch() throws Exception {
        var learner = Thresholds.quick();
        var table = within(6);
        try (var result = job(study(learner, 40, 100_000), learner, table, 2).run(new ThreadExecutor())) {
            var planned = Instant.now().minusNanos(System.nanoTime() - table.searchEnd());
            assertThat(events.stream()
                            .filter(TuneEvent.Noticed.class::isInstance)
                            .map(TuneEvent::toString))
                    .anyMatch(words -> words.contains("the search goes on for"));
            assertThat(result.history().trials().stream().map(Trial::startedAt))
                    .as("trials that began after the end that was planned first")
                    .anyMatch(started -> started.isAfter(planned));
        }
    }

    @Test
    void theSearchGoesOnWhereTheLastTrainingsAreShorterThanThought() {
        var table = Timetable.until(0, 100_000_000_000L, Double.POSITIVE_INFINITY, 3);
        var longer = table.prolonged(table.searchEnd(), 5).orElseThrow();

        assertThat(longer.fitEnd() - longer.searchEnd())
                .as("a winner of twice the five seconds, and one for the unforeseen")
                .isBetween(10_900_000_000L, 11_100_000_000L);
        assertThat(longer.fitEnd()).isEqualTo(table.fitEnd());
        assertThat(longer.prolonged(longer.searchEnd(), 5))
                .as("a second time nothing is left")
                .isEmpty();
        assertThat(table.prolonged(table.searchEnd(), 20))
                .as("too little to stop and begin again for")
                .isEmpty();
        assertThat(Timetable.ENDLESS.prolonged(5, 0)).isEmpty();
    }
}
