package dev.sweetspot.deep.learning;

/** Makes learning from images again from its settings. */
public final class ImageClassificationProvider extends NetworkLearningProvider {
    /** The name stands for itself. */
    public ImageClassificationProvider() {
        super(SplitImages.WORKLOAD);
    }
}
