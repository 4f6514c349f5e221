package dev.sweetspot.deep.learning;

import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.workload.ForwardingRun;
import dev.sweetspot.workload.TrialRun;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One fold of a trial, as a trial of epochs sees it: from nothing to all of its epochs, reporting to nobody. It counts when it
 * is whole; where the time is over or somebody wants the run to end, the trial is put aside as it was after the fold before.
 */
final class FoldRun extends ForwardingRun {
    private final int fold;
    private final double epochs;
    private boolean cut;

    /**
     * @param fold from 0
     * @param epochs of the fold
     */
    FoldRun(TrialRun run, int fold, double epochs) {
        super(run);
        this.fold = fold;
        this.epochs = epochs;
    }

    /** The first fold has that of the trial. */
    @Override
    public long seed() {
        return fold == 0 ? run().seed() : Seeds.of(run().seed(), fold, Seeds.Purpose.TRIAL);
    }

    @Override
    public double target() {
        return epochs;
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
    public Answer report(double fidelity, Measurements values, CheckpointWriter checkpoint) {
        glimpse(fidelity, values);
        cut = fidelity < epochs && isOver();
        return cut ? Answer.END : Answer.GO_ON;
    }

    @Override
    public void glimpse(double fidelity, Measurements values) {
        run().glimpse(fold + Math.min(1, fidelity / epochs), values);
    }

    private boolean isOver() {
        return run().stopRequested()
                || Thread.currentThread().isInterrupted()
                || (run().deadline() != Long.MAX_VALUE && run().deadline() - System.nanoTime() <= 0);
    }

    /** @throws InterruptedException when nothing more may be begun */
    void requireTime() throws InterruptedException {
        if (isOver()) {
            throw new InterruptedException();
        }
    }

    /** @throws InterruptedException when it was cut short */
    void requireWhole() throws InterruptedException {
        if (cut) {
            throw new InterruptedException();
        }
    }
}
