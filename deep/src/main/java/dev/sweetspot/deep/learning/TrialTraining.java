package dev.sweetspot.deep.learning;

import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.training.Session;
import dev.sweetspot.deep.training.Snapshot;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.Watcher;
import java.util.Arrays;
import java.util.List;

/**
 * The trainings of one trial, which go on side by side: one where configurations are compared on a validation part, one a
 * fold where they are compared by cross-validation. What is measured is measured on the validation items of all together.
 */
final class TrialTraining implements AutoCloseable {
    private final SplitData split;
    private final List<Fold> folds;

    /**
     * A training and those that it is judged by.
     *
     * @param validation indices of items that it does not learn from
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Fold(Session training, int[] validation) {}

    /**
     * @param folds at least one; they are closed with this
     */
    TrialTraining(SplitData split, List<Fold> folds) {
        this.split = split;
        this.folds = List.copyOf(folds);
    }

    /** How many epochs all are through, in parts too. */
    double epochs() {
        return folds.stream()
                .mapToDouble(fold -> fold.training().epochs())
                .min()
                .orElseThrow();
    }

    double plannedEpochs() {
        return folds.get(0).training().plannedEpochs();
    }

    boolean finished() {
        return folds.stream().allMatch(fold -> fold.training().finished());
    }

    /**
     * Goes on to the end of the epoch, or the deadline. One that was ahead because of a deadline before waits for the others.
     *
     * @param watcher looks on while the first of them goes by: what the others are at follows
     * @return how many steps were made in all, and the mean of the training losses
     */
    Training.Progress advance(long deadline, Watcher watcher) throws InterruptedException {
        double goal = Math.floor(epochs() + 1e-9) + 1;
        int steps = 0;
        double losses = 0;
        for (int i = 0; i < folds.size(); i++) {
            var training = folds.get(i).training();
            if (!training.finished() && training.epochs() < goal) {
                var progress = training.advance(Integer.MAX_VALUE, deadline, i == 0 ? watcher : Watcher.NOBODY);
                if (progress.steps() > 0) {
                    steps += progress.steps();
                    losses += progress.loss() * progress.steps();
                }
            }
        }
        return new Training.Progress(steps, steps == 0 ? Double.NaN : losses / steps);
    }

    /** The items of {@link #predictions}, in the same order; with repeats an item is there several times. */
    int[] validation() {
        return folds.stream()
                .flatMapToInt(fold -> Arrays.stream(fold.validation()))
                .toArray();
    }

    /** What each training says of its validation items. */
    Predictions predictions() {
        return folds.stream()
                .map(fold -> split.predictions(fold.training().examples(), fold.validation(), fold.training()::predict))
                .reduce(Predictions::and)
                .orElseThrow();
    }

    /** See {@link Session#validated}. */
    void validated(double loss) {
        folds.forEach(fold -> fold.training().validated(loss));
    }

    /** All that it takes to go on. */
    List<Snapshot> snapshots() {
        return folds.stream().map(fold -> fold.training().snapshot()).toList();
    }

    @Override
    public void close() {
        folds.forEach(fold -> fold.training().close());
    }
}
