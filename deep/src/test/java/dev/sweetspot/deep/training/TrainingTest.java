package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.training.optimizer.Adam;
import dev.sweetspot.deep.training.optimizer.AdamW;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.form.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {
    private static final int SIDE = 12;
    private static final ImageSet SET = Squares.images(400, SIDE);

    @TempDir
    Path folder;

    private static Training training(Optimizer optimizer, double rate, Precision precision, Optional<Snapshot> from) {
        return new Training(
                Squares.cnn(SIDE, 8, 16),
                Squares.recipe(optimizer, rate),
                Squares.setting(SET, 1, precision),
                11,
                6,
                from);
    }

    private static void epochs(Training training, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aSmallTaskIsLearntInEitherPrecision(Precision precision) throws InterruptedException {
        try (var training = training(new AdamW(), 3e-3, precision, Optional.empty())) {
            assertThat(Squares.accuracy(training, SET)).isLessThan(0.75);
            epochs(training, 6);
            assertThat(training.finished()).isTrue();
            assertThat(Squares.accuracy(training, SET)).isGreaterThan(0.95);
        }
    }

    @Test
    void momentumLearnsToo() throws InterruptedException {
        try (var training = training(new Sgd(0.9, true), 0.05, Precision.FLOAT32, Optional.empty())) {
            epochs(training, 6);
            assertThat(Squares.accuracy(training, SET)).isGreaterThan(0.95);
        }
    }

    @Test
    void anInterruptIsNoticedBeforeTheNextStepAndTheTrainingCanGoOn() throws InterruptedException {
        try (var training = training(new Adam(), 3e-3, Precision.FLOAT32, Optional.empty())) {
            training.advance(1, Long.MAX_VALUE);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> training.advance(Integer.MAX_VALUE, Long.MAX_VALUE))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
            assertThat(training.advance(1, Long.MAX_VALUE).steps()).isEqualTo(1);
        }
    }

    @Test
    void aCourseThatWasPlannedAnewAndCutShortIsFollowedToTheSameBits() throws InterruptedException {
        Course course;
        Module.State state;
        try (var training = training(new AdamW(), 3e-3, Precision.FLOAT32, Optional.empty())) {
            training.advance(5, Long.MAX_VALUE);
            training.plan(3.25);
            training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            training.plan(4.5);
            training.advance(7, Long.MAX_VALUE);
            course = training.course();
            state = training.state();
        }
        assertThat(course.plans()).extracting(Course.Plan::epochs).containsExactly(6.0, 3.25, 4.5);

        try (var again = training(new AdamW(), 3e-3, Precision.FLOAT32, Optional.empty())) {
            while (again.follow(course).steps() > 0) {
                assertThat(again.course().steps()).isLessThanOrEqualTo(course.steps());
            }
            assertThat(again.state().sameAs(state)).isTrue();
            assertThat(again.course()).isEqualTo(course);
        }
    }

    private static Module.State straight() throws InterruptedException {
        try (var training = training(new Adam(), 3e-3, Precision.automatic(), Optional.empty())) {
            epochs(training, 4);
            return training.state();
        }
    }

    @Test
    void aTrainingGoesOnFromItsCheckpointBitForBit() throws InterruptedException, IOException {
        var file = folder.resolve("checkpoint");
        try (var first = training(new Adam(), 3e-3, Precision.automatic(), Optional.empty())) {
            epochs(first, 2);
            first.advance(5, Long.MAX_VALUE);
            SnapshotFile.writeCheckpoint(
                    file,
                    new SnapshotFile.Checkpoint(List.of(first.snapshot()), Form.of(Map.of("best", Form.of(0.5)))));
        }
        var checkpoint = SnapshotFile.readCheckpoint(file);
        assertThat(checkpoint.memory()).isEqualTo(Form.of(Map.of("best", Form.of(0.5))));
        try (var second = training(
                new Adam(),
                3e-3,
                Precision.automatic(),
                Optional.of(checkpoint.snapshots().get(0)))) {
            epochs(second, 2);
            assertThat(second.epochs()).isEqualTo(4);
            assertThat(second.state().sameAs(straight())).isTrue();
        }
    }

    @Test
    void trainingsBesideEachOtherAreTheSameAsAlone() throws Exception {
        var alone = straight();
        var others = new ArrayList<CompletableFuture<Module.State>>();
        for (int i = 0; i < 3; i++) {
            others.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return straight();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (var other : others) {
            assertThat(other.get().sameAs(alone)).isTrue();
        }
    }

    @Test
    void theDeadlineEndsAnEpochInItsMiddle() throws InterruptedException {
        try (var training = training(new Sgd(0, false), 0.01, Precision.FLOAT32, Optional.empty())) {
            assertThat(training.advance(Integer.MAX_VALUE, System.nanoTime() - 1)
                            .steps())
                    .isZero();
            assertThat(training.advance(3, Long.MAX_VALUE).steps()).isEqualTo(3);
            assertThat(training.epochs()).isEqualTo(0.25);
        }
    }

    @Test
    void aRateThatIsMuchTooLargeIsSeenInTheLoss() throws InterruptedException {
        try (var training = training(new Sgd(0.9, false), 1e20, Precision.FLOAT32, Optional.empty())) {
            training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            assertThat(training.advance(Integer.MAX_VALUE, Long.MAX_VALUE).loss())
                    .satisfiesAnyOf(loss -> assertThat(loss).isNaN(), loss -> assertThat(loss)
                            .isGreaterThan(1e3));
        }
    }

    @Test
    void aBatchThatCannotBePreparedEndsTheTrainingInsteadOfWaiting() {
        try (var training = new Training(
                Squares.cnn(SIDE, 8),
                Squares.recipe(new Sgd(0, false), 0.01),
                new Training.Setting(
                        new ImageExamples(SET, ChannelStatistics.of(SET, new int[] {0})),
                        new int[] {SET.size()},
                        1,
                        Precision.FLOAT32),
                1,
                1,
                Optional.empty())) {
            assertThatThrownBy(() -> training.advance(1, Long.MAX_VALUE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("batches could not be prepared");
        }
    }
}
