package dev.sweetspot.deep.learning;

/** Makes learning from series again from its settings. */
public final class SequenceLearningProvider extends NetworkLearningProvider {
    /** The name stands for itself. */
    public SequenceLearningProvider() {
        super(SplitSequences.WORKLOAD);
    }
}
