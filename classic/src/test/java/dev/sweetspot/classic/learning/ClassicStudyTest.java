package dev.sweetspot.classic.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Accuracy;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.table.Tables;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.Workloads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classical models in a study, from the table to the file of the winner. */
class ClassicStudyTest {
    private static final Pace ALL = new Pace(1, Long.MAX_VALUE, (done, planned) -> {});

    @TempDir
    private Path folder = Path.of("");

    private final ClassicLearning learning = Wines.learning(Wines.compared(Folding.of(3, 1)), "linear", "xgboost");

    private List<Trial> searched(int trials, int threads) throws InterruptedException {
        var spec = new StudySpec(
                "wines",
                3,
                learning.space(),
                learning.objectives(),
                learning.fidelity(),
                new Budget.Trials(trials),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(Encoding.of(learning.space()).defaults().orElseThrow()),
                Form.of(Map.of()));
        var study = Study.create(new InMemoryStore(), spec, InstantSource.system(), Duration.ofMinutes(1));
        var place = folder.resolve(trials + "-" + threads);
        new StudyRunner(study, new FolderArtifacts(place), learning, folder.resolve("scratch"))
                .run(new ThreadExecutor(), new RunPlan("w", 1, threads, Long.MAX_VALUE, Duration.ZERO));
        return study.history().trials();
    }

    @Test
    void aSearchFindsAModelThatKnowsTheGrowersOfWines() throws Exception {
        var trials = searched(4, 1);

        assertThat(trials).hasSize(4).allMatch(Trial::completed);
        var best = trials.stream()
                .max((a, b) -> Double.compare(
                        a.value("accuracy").orElseThrow(), b.value("accuracy").orElseThrow()))
                .orElseThrow();
        try (var model = learning.fit(best.configuration(), 1, 1, ALL)) {
            var test = learning.parts().test();
            var report = Report.of(model.predict(test), learning.data().task(), test);

            // Of 36 wines; always the most frequent grower is right for 14.
            assertThat(new Accuracy().of(report)).isGreaterThan(0.9);
        }
    }

    @Test
    void aReportIsTheMeanOfTheFoldsSoFarAndTellsTheLastOneAlone() throws Exception {
        var curve = searched(1, 1).get(0).curve();

        assertThat(curve.size()).isEqualTo(3);
        double sum = 0;
        for (int fold = 0; fold < 3; fold++) {
            sum += curve.at(fold).find("fold_accuracy").orElseThrow();
            assertThat(curve.fidelity(fold)).isEqualTo(fold + 1);
            assertThat(curve.at(fold).find("accuracy").orElseThrow()).isEqualTo(sum / (fold + 1));
        }
    }

    @Test
    void theSameSeedGivesTheSameBitsWhateverTheNumberOfThreads() throws Exception {
        var alone = searched(3, 1);
        var several = searched(3, 4);

        for (int i = 0; i < 3; i++) {
            assertThat(several.get(i).outcome()).isEqualTo(alone.get(i).outcome());
        }
    }

    @Test
    void aModelFromAFilePredictsTheRowsOfAnotherTableByItsColumns() throws IOException, Exception {
        var file = folder.resolve("model.sweetspot");
        for (var label : List.of("linear", "xgboost")) {
            var space = Wines.learning(learning.table(), label);
            var configuration = Encoding.of(space.space()).defaults().orElseThrow();
            var all = learning.parts().trainingAndValidation();
            ClassProbabilities before;
            try (var model = space.fit(configuration, 1, 1, ALL)) {
                before = (ClassProbabilities) model.predict(all);
                model.save(file);
            }
            assertThat(SavedClassic.recognises(file)).isTrue();
            try (var saved = SavedClassic.load(file)) {
                var rows = Tables.unlabelled(Path.of("../samples/wine.csv"), saved.columns())
                        .set();
                var after = ((ClassProbabilities) saved.predict(rows)).some(all);

                assertThat(saved.family()).isEqualTo(label);
                assertThat(after.classNames())
                        .isEqualTo(((Task.Classification) learning.data().task()).classNames());
                assertThat(after.probabilities()).isDeepEqualTo(before.probabilities());
            }
        }
    }

    @Test
    void itIsMadeAgainFromItsSettings() {
        var again = (ClassicLearning) Workloads.make(learning.name(), learning.settings());

        assertThat(again.settings()).isEqualTo(learning.settings());
        assertThat(again.space()).isEqualTo(learning.space());
        assertThat(again.fidelity().most()).isEqualTo(3);
    }
}
