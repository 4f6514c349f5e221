package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Fields;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.FoldValues;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks whose trials run fold after fold, on a small table; with the contract of every workload. */
class NetworksByFoldTest extends WorkloadContract {
    private static final int EPOCHS = 2;

    @TempDir
    Path home;

    @Override
    protected Workload workload() {
        return learning();
    }

    private NetworksByFold learning() {
        try {
            var random = new SplittableRandom(3);
            var text = new StringBuilder("x,y,kind\n");
            for (int i = 0; i < 120; i++) {
                double x = random.nextGaussian();
                double y = random.nextGaussian();
                text.append(x).append(',').append(y).append(x + y + random.nextGaussian() > 0 ? ",a\n" : ",b\n");
            }
            var file = Files.writeString(home.resolve("table.csv"), text);
            var split = new DataSource(
                            file,
                            Optional.empty(),
                            InputSize.ofData(),
                            new DataSource.Split(5, new Splitter(), Folding.of(3, 1)))
                    .load(1, Progress.SILENT, SplitData::of);
            var space = split.space(Families.able(split.size().input()));
            space = Restriction.fix(space, space, "members", "1");
            return new NetworksByFold(new NetworkLearning(split, space, Fidelity.epochs(EPOCHS), Precision.FLOAT32));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTrialReportsAfterEachFoldTheMeanSoFarAndWhatTheFoldAloneGave() throws Exception {
        var learning = learning();
        assertThat(learning.fidelity()).isEqualTo(Fidelity.folds(3));
        var spec = new StudySpec(
                "folds",
                7,
                learning.space(),
                learning.objectives(),
                learning.fidelity(),
                new Budget.Trials(1),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(Encoding.of(learning.space()).defaults().orElseThrow()),
                learning.settings());
        var study = Study.create(new InMemoryStore(), spec, InstantSource.fixed(Instant.EPOCH), Duration.ofMinutes(1));
        new StudyRunner(study, new FolderArtifacts(home.resolve("artifacts")), learning, home.resolve("scratch"))
                .run(new ThreadExecutor(), RunPlan.simple("w"));
        var trial = study.history().trial(0);
        var curve = trial.curve();
        assertThat(curve.size()).isEqualTo(3);
        var own = curve.values("fold_accuracy");
        assertThat(curve.value("accuracy", 2))
                .isCloseTo(Arrays.stream(own).average().orElseThrow(), within(1e-12));
        assertThat(FoldValues.of(curve, "accuracy")).containsExactly(own);
        assertThat(curve.last("accuracy_standard_error").getAsDouble()).isBetween(0.005, 0.1);
        assertThat(trial.value("accuracy")).isEqualTo(curve.last("accuracy"));
    }

    @Test
    void theLastTrainingGoesThroughAllEpochsOfAFold() throws Exception {
        var learning = learning();
        var configuration = Encoding.of(learning.space()).defaults().orElseThrow();
        try (var model = learning.fit(configuration, 1, 1, new Pace(1, Long.MAX_VALUE, (done, planned) -> {
            assertThat(planned).isEqualTo(1);
        }))) {
            assertThat(Fields.of(model.record()).number("epochs")).isEqualTo(EPOCHS);
        }
        // Of 96 rows 64 train in each fold.
        assertThat(learning.workOfLastEpoch(configuration)).isEqualTo(1.5);
    }
}
