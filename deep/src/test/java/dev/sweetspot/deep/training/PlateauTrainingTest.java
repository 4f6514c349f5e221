package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.schedule.Plateau;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.form.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schedule that goes by what was measured. */
class PlateauTrainingTest {
    private static final ImageSet SET = Squares.images(96, 12);

    @TempDir
    Path folder;

    private static Training training(Optional<Snapshot> from) {
        var recipe = new Recipe(
                new CrossEntropy(0),
                new Sgd(0.9, true),
                new Rate(0.02, 0, new Plateau(0.1, 1)),
                Regularization.NONE,
                32);
        return new Training(Squares.cnn(12, 4), recipe, Squares.setting(SET, 1, Precision.FLOAT32), 3, 20, from);
    }

    private static void epoch(Training training, double validation) throws InterruptedException {
        training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
        training.validated(validation);
    }

    private static Module.State after(double... validations) throws InterruptedException {
        try (var training = training(Optional.empty())) {
            for (double validation : validations) {
                epoch(training, validation);
            }
            return training.state();
        }
    }

    @Test
    void theRateFollowsTheValidationPart() throws InterruptedException {
        assertThat(after(1, 0.9, 0.8).sameAs(after(3, 2, 1))).isTrue();
        assertThat(after(1, 0.9, 0.8).sameAs(after(1, 1.1, 0.8))).isFalse();
    }

    @Test
    void whereNothingIsValidatedItFollowsTheTrainingLoss() throws InterruptedException {
        try (var training = training(Optional.empty())) {
            training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            double loss = training.advance(Integer.MAX_VALUE, Long.MAX_VALUE).loss();
            var losses = training.snapshot().losses();
            assertThat(losses).hasSize(2);
            assertThat(losses.get(1)).isEqualTo(loss);
        }
    }

    @Test
    void itGoesOnFromACheckpointInTheMiddleOfAnEpochBitForBit() throws InterruptedException, IOException {
        var file = folder.resolve("checkpoint");
        try (var first = training(Optional.empty())) {
            epoch(first, 1);
            epoch(first, 1.5);
            first.advance(2, Long.MAX_VALUE);
            SnapshotFile.writeCheckpoint(
                    file, new SnapshotFile.Checkpoint(List.of(first.snapshot()), Form.of(Map.of())));
        }
        try (var straight = training(Optional.empty());
                var second = training(Optional.of(
                        SnapshotFile.readCheckpoint(file).snapshots().get(0)))) {
            epoch(straight, 1);
            epoch(straight, 1.5);
            straight.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            second.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            assertThat(second.snapshot().losses()).isEqualTo(straight.snapshot().losses());
            epoch(straight, 2);
            epoch(second, 2);
            assertThat(second.state().sameAs(straight.state())).isTrue();
        }
    }
}
