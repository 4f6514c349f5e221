package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.split.Outer;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Direction;
import dev.sweetspot.workload.TrialFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJobTest {
    private static final int ROWS = 60;
    private static final int COLUMNS = 200;
    private static final int TRIALS = 60;
    private static final int FOLDS = 5;

    @TempDir
    Path folder;

    private final Store store = new InMemoryStore();
    private final List<NestedJob.Event> events = new ArrayList<>();

    /**
     * Columns that say nothing of the classes, but for as many as are told to: these are right for nine rows of ten.
     */
    private static TableSet table(long seed, int telling) {
        var random = new SplittableRandom(seed);
        var labels = IntStream.range(0, ROWS).map(i -> i % 2).toArray();
        var columns = new ArrayList<Column>();
        for (int c = 0; c < COLUMNS; c++) {
            var values = new float[ROWS];
            for (int row = 0; row < ROWS; row++) {
                boolean right = c < telling && random.nextInt(10) > 0;
                boolean up = right ? labels[row] == 1 : random.nextBoolean();
                values[row] = up ? 1 : -1;
            }
            columns.add(new Column.Numbers("c" + c, values));
        }
        return new TableSet(
                columns,
                new Task.Classification(List.of("no", "yes"), labels),
                new RowNames(IntStream.range(2, ROWS + 2).toArray(), ROWS),
                Optional.empty());
    }

    private Nested nested(TableSet set, String name) throws Exception {
        var folds = new NestedJob(FOLDS, (fold, left) -> search(set, name, fold), events::add).run();
        return new Nested("balanced_accuracy", Direction.MAXIMIZE, true, folds, 1.0 / (FOLDS - 1));
    }

    private OuterFold search(TableSet set, String name, int fold) throws InterruptedException, TrialFailure {
        var parts = new Outer(fold, FOLDS).parts(set, GivenParts.none(ROWS), new Splitter(), new SplittableRandom(9));
        var learner = new Stumps(set, parts);
        var spec = new StudySpec(
                name + "-outer-" + fold,
                3,
                learner.space(),
                learner.objectives(),
                learner.fidelity(),
                new Budget.Trials(TRIALS),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(Configuration.of(Map.of("column", COLUMNS - 1))),
                Form.of(Map.of()));
        var study = Study.create(store, spec, InstantSource.system(), Duration.ofSeconds(10));
        var plan = new TunePlan(Timetable.ENDLESS, 1, 1, "w", folder.resolve("scratch"));
        try (var result = new TuneJob(
                        study, new FolderArtifacts(folder.resolve("artifacts")), learner, plan, event -> {})
                .run(new ThreadExecutor())) {
            return new OuterFold(
                    fold,
                    study.spec().name(),
                    result.winner().configuration(),
                    result.bestValue(),
                    result.winner().test().leading().value(),
                    parts.test().length);
        }
    }

    /** The best of sixty columns on ten rows looks good by luck alone; on rows that nobody looked at it is a coin. */
    @Test
    void whereNothingCanBeLearntTheSearchesBelieveInMuchAndTheNestedFigureIsChance() throws Exception {
        int studies = 6;
        int honest = 0;
        for (int seed = 0; seed < studies; seed++) {
            var nested = nested(table(seed, 0), "noise" + seed);
            assertThat(nested.validation()).isGreaterThan(0.75);
            assertThat(nested.optimism()).isGreaterThan(0.1);
            assertThat(nested.value()).isLessThan(0.7);
            honest += nested.interval().low() <= 0.5 && nested.interval().high() >= 0.5 ? 1 : 0;
        }
        // Of such intervals 19 of 20 hold the truth; five of six or more do so with a probability of 97 %.
        assertThat(honest).isGreaterThanOrEqualTo(studies - 1);
    }

    @Test
    void whatCanBeLearntIsFoundInEachFoldAndMeasured() throws Exception {
        var nested = nested(table(1, COLUMNS / 2), "signal");
        assertThat(nested.value()).isGreaterThan(0.8);
        assertThat(nested.folds()).extracting(OuterFold::fold).containsExactly(1, 2, 3, 4, 5);
        assertThat(nested.folds()).extracting(OuterFold::items).containsOnly(12);
        assertThat(nested.folds()).extracting(OuterFold::study).contains("signal-outer-5");
        assertThat(events).hasSize(2 * FOLDS);
        assertThat(events.get(0)).isEqualTo(new NestedJob.Event.Began(1, FOLDS));
        assertThat(events.get(9))
                .isEqualTo(new NestedJob.Event.Ended(nested.folds().get(4), FOLDS));
    }

    @Test
    void theIntervalIsWiderThanThatOfIndependentResultsAndItIsSaidInWords() {
        var folds = List.of(fold(1, 0.5, 0.8), fold(2, 0.7, 0.9), fold(3, 0.6, 0.7));
        var nested = new Nested("accuracy", Direction.MAXIMIZE, true, folds, 0.5);
        assertThat(nested.value()).isCloseTo(0.6, within(1e-12));
        // s = 0.1, t = 4.303 with two degrees of freedom.
        double half = 4.303 * 0.1 * Math.sqrt(1.0 / 3 + 0.5);
        assertThat(nested.interval().high()).isCloseTo(0.6 + half, within(1e-9));
        assertThat(nested.interval().low()).isCloseTo(0.6 - half, within(1e-9));
        assertThat(nested.inWords())
                .containsExactly(
                        "On new data what such a search finds has: accuracy 0.6000 (95 % interval 0.2072 to 0.9928), "
                                + "by 3 outer folds.",
                        "  fold 1: 0.5000 on 12 items; its search chose by 0.8000 (s-outer-1)",
                        "  fold 2: 0.7000 on 12 items; its search chose by 0.9000 (s-outer-2)",
                        "  fold 3: 0.6000 on 12 items; its search chose by 0.7000 (s-outer-3)",
                        "The searches themselves saw 0.8000: by 0.20 too good, because they chose by it.");
    }

    private static OuterFold fold(int fold, double tested, double validation) {
        return new OuterFold(fold, "s-outer-" + fold, Configuration.of(Map.of()), validation, tested, 12);
    }
}
