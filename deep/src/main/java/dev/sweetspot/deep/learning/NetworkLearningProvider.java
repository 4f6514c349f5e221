package dev.sweetspot.deep.learning;

import dev.sweetspot.data.Progress;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.workload.WorkloadProvider;

/** Makes learnings of networks from their settings again: in another process, on another machine. */
abstract class NetworkLearningProvider implements WorkloadProvider {
    private final String name;

    NetworkLearningProvider(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    /**
     * Loads the data where the settings say it lies.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or the data is gone or another
     */
    @Override
    public final NetworkLearning make(MapForm settings) {
        var source = NetworkLearning.source(settings);
        return NetworkLearning.of(
                settings, source.load(Runtime.getRuntime().availableProcessors(), Progress.SILENT, SplitData::of));
    }
}
