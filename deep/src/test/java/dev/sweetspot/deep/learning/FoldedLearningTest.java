package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Progress;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.split.Folding;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.testkit.WorkloadContract;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials that are compared by cross-validation, on a table of two classes with noise; with the contract of every workload. */
class FoldedLearningTest extends WorkloadContract {
    private static final int EPOCHS = 4;
    private static final long SEED = 77;

    @TempDir
    Path home;

    @Override
    protected Workload workload() {
        try {
            return learning(load(Folding.of(3, 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SplitData load(Folding folding) throws IOException {
        var random = new SplittableRandom(3);
        var text = new StringBuilder("x,y,kind\n");
        for (int i = 0; i < 120; i++) {
            double x = random.nextGaussian();
            double y = random.nextGaussian();
            text.append(x).append(',').append(y).append(x + y + random.nextGaussian() > 0 ? ",a\n" : ",b\n");
        }
        var file = Files.writeString(home.resolve("table.csv"), text);
        return new DataSource(
                        file, Optional.empty(), InputSize.ofData(), new DataSource.Split(5, new Splitter(), folding))
                .load(1, Progress.SILENT, SplitData::of);
    }

    private static NetworkLearning learning(SplitData split) {
        var space = split.space(Families.able(split.size().input()));
        space = Restriction.fix(space, space, "early_stopping", "false");
        return new NetworkLearning(split, space, Fidelity.epochs(EPOCHS), Precision.FLOAT32);
    }

    /** A run from the beginning to the end that nobody stops. */
    private record Straight(Configuration configuration, long seed, List<Double> accuracies) implements TrialRun {
        @Override
        public int number() {
            return 0;
        }

        @Override
        public <T> T suggest(Parameter<T> parameter) {
            return configuration.get(parameter);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public double target() {
            return EPOCHS;
        }

        @Override
        public double from() {
            return 0;
        }

        @Override
        public Optional<Path> checkpoint() {
            return Optional.empty();
        }

        @Override
        public long deadline() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean stopRequested() {
            return false;
        }

        @Override
        public Answer report(double fidelity, Measurements values, CheckpointWriter checkpoint) {
            accuracies.add(values.find("accuracy").orElseThrow());
            return Answer.GO_ON;
        }
    }

    private static List<Double> accuracies(NetworkLearning learning, long seed) throws Exception {
        var run = new Straight(Encoding.of(learning.space()).defaults().orElseThrow(), seed, new ArrayList<>());
        learning.run(run);
        return run.accuracies();
    }

    @Test
    void aSmallTableIsComparedByFiveFoldsAndEveryItemToLearnFromValidatesOnce() throws IOException {
        var partition = load(new Folding.Usual()).partition();

        assertThat(partition.folds()).hasSize(5);
        assertThat(partition.folds().stream()
                        .flatMapToInt(fold -> Arrays.stream(fold.validation()))
                        .sorted()
                        .toArray())
                .isEqualTo(partition.parts().trainingAndValidation());
        assertThat(load(new Folding.None()).partition().folded()).isFalse();
        assertThat(load(Folding.of(3, 4)).partition().folds()).hasSize(12);
    }

    @Test
    void itsReportsAreThoseOfOneTrainingAFoldPutTogether() throws Exception {
        var folded = load(Folding.of(3, 1));
        var folds = folded.partition().folds();
        var right = new double[EPOCHS];
        int items = 0;
        for (int i = 0; i < folds.size(); i++) {
            var alone = new SplitTable(folded.origin(), (TableSet) folded.set(), new Partition(folds.get(i)));
            var reports = accuracies(learning(alone), i == 0 ? SEED : Seeds.of(SEED, i, Seeds.Purpose.TRIAL));
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                right[epoch] += reports.get(epoch) * folds.get(i).validation().length;
            }
            items += folds.get(i).validation().length;
        }

        var together = accuracies(learning(folded), SEED);

        assertThat(items).isEqualTo(folded.parts().trainingAndValidation().length);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            assertThat(together.get(epoch)).isCloseTo(right[epoch] / items, within(1e-9));
        }
        assertThat(together.stream().distinct().count()).as("it learns").isGreaterThan(1);
    }
}
