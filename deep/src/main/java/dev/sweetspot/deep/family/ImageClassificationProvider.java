package dev.sweetspot.deep.family;

import dev.sweetspot.data.Progress;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.workload.WorkloadProvider;

/** Makes image classifications from their settings again: in another process, on another machine. */
public final class ImageClassificationProvider implements WorkloadProvider {
    @Override
    public String name() {
        return SplitImages.WORKLOAD;
    }

    /**
     * Loads the data where the settings say it lies.
     *
     * @throws InvalidInputException when the settings are wrong, or the data is gone or another
     */
    @Override
    public NetworkLearning make(MapForm settings) {
        return make(settings, source(settings).load(Runtime.getRuntime().availableProcessors(), Progress.SILENT));
    }

    /**
     * The same with data that was loaded before, from wherever it lies now.
     *
     * @throws InvalidInputException when the settings are wrong, or these images are not those of the settings
     */
    public NetworkLearning make(MapForm settings, SplitImages images) {
        return LearningSettings.make(settings, images);
    }

    /** Where the data of these settings lies. */
    public static ImageSource source(MapForm settings) {
        return ImageSource.fromForm(Fields.of(settings).map("data"));
    }
}
