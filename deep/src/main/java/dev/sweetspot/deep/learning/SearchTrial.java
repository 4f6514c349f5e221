package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Aims;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Snapshot;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One trial of a search: a configuration that is trained from nothing or from its checkpoint, judged after each epoch, and put
 * aside or ended when its run says so.
 *
 * @param aims what is measured, and which of it is sought
 * @param compared by what all trials of the study are compared; this one may be one fold of it
 */
record SearchTrial(NetworkLearning learning, Aims aims, TrialRun run, Partition compared) {
    /** Goes on to its target, or to where it is told to end; returns what was measured last. */
    Measurements through() throws TrialFailure, InterruptedException {
        var from = checkpoint();
        try (var training = begun(from.map(SnapshotFile.Checkpoint::snapshots))) {
            var judgement = new Judgement(
                    learning.split(),
                    aims,
                    name -> learning.predict(name, run.configuration()).orElseThrow(),
                    run.configuration(),
                    learning.fidelity().most(),
                    compared.folded(),
                    from.map(SnapshotFile.Checkpoint::memory));
            while (!training.finished() && training.epochs() < run.target()) {
                double before = training.epochs();
                var progress = training.advance(
                        run.deadline(),
                        (epochs, loss) -> run.glimpse(epochs, Measurements.of(Judgement.TRAINING_LOSS, loss)));
                if (run.stopRequested() && training.epochs() - before < 0.5 * Math.min(1, training.plannedEpochs())) {
                    // Hardly begun: the last report says as much, and its checkpoint is the place to go on from.
                    throw new InterruptedException();
                }
                NetworkLearning.check(progress, training.epochs());
                var values = judgement.see(training, progress.loss());
                var answer = run.report(
                        training.epochs(),
                        values,
                        path -> SnapshotFile.writeCheckpoint(
                                path, new SnapshotFile.Checkpoint(training.snapshots(), judgement.memory())));
                if (answer == TrialRun.Answer.END || judgement.hopeless(training.epochs())) {
                    break;
                }
            }
            return judgement.values();
        }
    }

    private TrialTraining begun(Optional<List<Snapshot>> from) {
        var begun = new ArrayList<TrialTraining.Fold>();
        try {
            for (var pair : learning.split().partition().folds()) {
                begun.add(fold(begun.size(), pair, from));
            }
            return new TrialTraining(learning.split(), begun);
        } catch (RuntimeException | Error e) {
            // The engine's memory may not be enough for all of them: what the others hold is needed by the next trial.
            begun.forEach(fold -> fold.training().close());
            throw e;
        }
    }

    private TrialTraining.Fold fold(int number, Parts pair, Optional<List<Snapshot>> from) {
        var split = learning.split();
        var chosen = pair.training();
        var examples = split.examples(run.configuration(), chosen);
        var training = split.session(new SplitData.Beginning(
                run.configuration(),
                new Training.Setting(examples, chosen, run.threads(), precision(), learning.device()),
                number == 0 ? run.seed() : Seeds.of(run.seed(), number, Seeds.Purpose.TRIAL),
                learning.fidelity().most(),
                from.map(snapshots -> snapshots.get(number))));
        return new TrialTraining.Fold(training, pair.validation());
    }

    /** In which the trial began, wherever that was; the device is the one that there is now. */
    private Precision precision() {
        var mode = run.numericMode().split(NetworkLearning.ON, 2)[0];
        return mode.isEmpty() ? learning.precision() : Precision.named(mode);
    }

    private Optional<SnapshotFile.Checkpoint> checkpoint() throws TrialFailure {
        try {
            var path = run.checkpoint();
            return path.isEmpty() ? Optional.empty() : Optional.of(SnapshotFile.readCheckpoint(path.get()));
        } catch (IOException e) {
            throw new TrialFailure(Outcome.Cause.ERROR, "the checkpoint cannot be read (" + e.getMessage() + ")");
        }
    }
}
