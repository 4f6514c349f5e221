package dev.sweetspot.deep.learning;

/** Makes learning from tables again from its settings. */
public final class TableLearningProvider extends NetworkLearningProvider {
    /** The name stands for itself. */
    public TableLearningProvider() {
        super(SplitTable.WORKLOAD);
    }
}
