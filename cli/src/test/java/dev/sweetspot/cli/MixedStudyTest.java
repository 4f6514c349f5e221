package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.learning.ClassicLearning;
import dev.sweetspot.classic.learning.ClassicTable;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.OneOfLearners;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.NetworksByFold;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.workload.Workloads;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks and classical models in one study of the wines. */
@Tag("once")
class MixedStudyTest {
    private static final int TRIALS = 12;

    @TempDir
    Path home;

    private static OneOfLearners both() {
        Divided data = new DataSource(
                        Path.of("..", "samples", "wine.csv"),
                        Optional.empty(),
                        InputSize.ofData(),
                        new DataSource.Split(5, new Splitter(), Folding.of(4, 1)))
                .load(1, Progress.SILENT, Function.identity());
        var split = SplitData.of(data);
        var space = split.space(Families.named(List.of("mlp")));
        space = Restriction.fix(space, space, "members", "1");
        var table = ClassicTable.of(data);
        var learners = new LinkedHashMap<String, Learner>();
        learners.put(
                "classic",
                new ClassicLearning(table, table.space(ClassicFamilies.named(List.of("linear", "xgboost")))));
        learners.put(
                "network",
                new NetworksByFold(new NetworkLearning(split, space, Fidelity.epochs(3), Precision.FLOAT32)));
        return new OneOfLearners(learners);
    }

    @Test
    void oneStudyChoosesAmongAllFamiliesAndTrainsTheWinnerAgain() throws Exception {
        var learner = (OneOfLearners) Workloads.fromForm(Workloads.toForm(both()));
        var spec = new StudySpec(
                "mixed",
                7,
                learner.space(),
                learner.objectives(),
                learner.fidelity(),
                new Budget.Trials(TRIALS),
                new StudySpec.Search(new RandomSearch(), Schedulers.named("auto")),
                List.of(Encoding.of(learner.space()).defaults().orElseThrow()),
                Workloads.toForm(learner));
        var study = Study.create(new InMemoryStore(), spec, InstantSource.system(), Duration.ofMinutes(1));
        new StudyRunner(study, new FolderArtifacts(home.resolve("artifacts")), learner, home.resolve("scratch"))
                .run(new ThreadExecutor(), RunPlan.simple("w"));

        var history = study.history();
        assertThat(history.trials()).hasSize(TRIALS).allSatisfy(trial -> assertThat(trial.outcome())
                .as("trial %d", trial.number())
                .isPresent()
                .get()
                .extracting(outcome -> outcome.word())
                .isIn("completed", "stopped"));
        assertThat(history.trials())
                .extracting(trial -> trial.configuration().values().get("family"))
                .contains("mlp", "linear", "xgboost");

        var winner = history.best(spec.problem()).orElseThrow().configuration();
        int[] test = learner.parts().test();
        try (var model = learner.fit(winner, 1, 2, new Pace(1, Long.MAX_VALUE, (done, planned) -> {}))) {
            var report = Report.of(model.predict(test), learner.data().task(), test);
            assertThat(report.leading().value()).isGreaterThan(0.8);
        }
        assertThat(learner.inWords(winner)).isNotBlank();
    }
}
