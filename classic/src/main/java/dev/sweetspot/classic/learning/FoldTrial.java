package dev.sweetspot.classic.learning;

import dev.sweetspot.classic.family.Effort;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Aims;
import dev.sweetspot.data.learner.FoldsSoFar;
import dev.sweetspot.data.metric.Metric;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.metric.StandardError;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;

/**
 * One trial of a search: fold after fold, judged after each. A fold counts when it is whole: where the time is over or somebody
 * wants the run to end, the trial is put aside as it was after the fold before.
 */
record FoldTrial(ClassicTable table, Aims aims, TrialRun run) {
    /** Goes on to its target, or to where it is told to end; returns the mean over the folds so far. */
    Measurements through() throws TrialFailure, InterruptedException {
        var folds = table.partition().folds();
        var values = begun();
        while (values.count() < Math.min(folds.size(), run.target())) {
            requireTime();
            values = values.and(measured(folds.get(values.count()), values.count()));
            var now = values;
            if (run.report(now.count(), now.report(aims.names()), now::write) == TrialRun.Answer.END) {
                break;
            }
        }
        return values.mean();
    }

    private Measurements measured(Parts fold, int number) throws TrialFailure, InterruptedException {
        long seed = number == 0 ? run.seed() : Seeds.of(run.seed(), number, Seeds.Purpose.TRIAL);
        var effort = new Effort(seed, run.threads(), (done, planned) -> {
            requireTime();
            return true;
        });
        try (var fit = Fit.of(table.set(), fold.training(), run.configuration(), effort)) {
            return measured(fit, fold.validation());
        }
    }

    private Measurements measured(Fit fit, int[] validation) throws TrialFailure {
        long begin = System.nanoTime();
        var predictions = fit.predict(table.set(), validation);
        double seconds = (System.nanoTime() - begin) / 1e9 / Math.max(1, validation.length);
        var task = table.set().task();
        var values = aims.measured(Report.of(predictions, task, validation));
        requireFinite(values);
        for (Metric metric : aims.compared()) {
            double error = StandardError.of(metric, predictions, task, validation);
            values = values.and(StandardError.nameOf(metric.name()), error);
            values = values.find(metric.name()).isPresent()
                    ? values
                    : values.and(metric.name(), metric.of(Report.of(predictions, task, validation)));
        }
        values = aims.has(ClassicLearning.SIZE)
                ? values.and(ClassicLearning.SIZE, fit.model().bytes().length)
                : values;
        return aims.has(Aims.SECONDS) ? values.and(Aims.SECONDS, seconds) : values;
    }

    private static void requireFinite(Measurements values) throws TrialFailure {
        for (var entry : values.values().entrySet()) {
            if (!Double.isFinite(entry.getValue())) {
                throw new TrialFailure(
                        Outcome.Cause.NOT_FINITE,
                        entry.getKey() + " became " + entry.getValue() + ". Maybe other parameters?");
            }
        }
    }

    private void requireTime() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()
                || run.stopRequested()
                || (run.deadline() != Long.MAX_VALUE && run.deadline() - System.nanoTime() <= 0)) {
            throw new InterruptedException();
        }
    }

    private FoldsSoFar begun() throws TrialFailure {
        var none = FoldsSoFar.none(table.partition());
        try {
            var checkpoint = run.checkpoint();
            return checkpoint.isPresent() ? none.read(checkpoint.get()) : none;
        } catch (IOException | IllegalArgumentException e) {
            throw new TrialFailure(Outcome.Cause.ERROR, "the checkpoint cannot be read (" + e.getMessage() + ")");
        }
    }
}
