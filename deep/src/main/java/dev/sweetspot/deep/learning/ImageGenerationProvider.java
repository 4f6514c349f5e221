package dev.sweetspot.deep.learning;

/** Makes learning to draw images again from its settings. */
public final class ImageGenerationProvider extends NetworkLearningProvider {
    /** The name stands for itself. */
    public ImageGenerationProvider() {
        super(SplitGeneration.WORKLOAD);
    }
}
