package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import java.util.List;

/** How good predictions are: all figures of a kind of task. */
public sealed interface Report permits ClassificationReport, RegressionReport, ReconstructionReport, GenerationReport {
    /** Number of items. */
    int n();

    /** Which kind of task it judges. */
    Task.Kind kind();

    /** The figure by which two models are compared where nobody named another. */
    Figure leading();

    /** The metrics that are always told of such predictions, by name. */
    List<String> usual();

    /** What a person should know, as whole sentences. */
    List<String> notes();

    /**
     * Judges predictions.
     *
     * @param task what is known of the data
     * @param items places of the predicted items in the data
     * @throws IllegalArgumentException if predictions and task are of different kinds
     */
    static Report of(Predictions predictions, Task task, int[] items) {
        if (predictions instanceof ClassProbabilities classes && task instanceof Task.Classification known) {
            return ClassificationReport.of(classes, known.labels(items));
        }
        if (predictions instanceof PredictedValues values && task instanceof Task.Regression known) {
            return RegressionReport.of(values, known.targets(items));
        }
        if (predictions instanceof Reconstructions made && task instanceof Task.Reconstruction) {
            return ReconstructionReport.of(made);
        }
        if (predictions instanceof DrawnImages drawn) {
            return GenerationReport.of(drawn);
        }
        throw new IllegalArgumentException("predictions of another kind than the task, a " + task.kind());
    }
}
