package dev.sweetspot.classic.learning;

import dev.sweetspot.data.Progress;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.workload.WorkloadProvider;

/** Makes learnings of classical models from their settings again: in another process, on another machine. */
public final class ClassicLearningProvider implements WorkloadProvider {
    @Override
    public String name() {
        return ClassicLearning.WORKLOAD;
    }

    /**
     * Loads the data where the settings say it lies.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or the data is gone or another
     */
    @Override
    public ClassicLearning make(MapForm settings) {
        var source = ClassicLearning.source(settings);
        int threads = Runtime.getRuntime().availableProcessors();
        return ClassicLearning.of(settings, source.load(threads, Progress.SILENT, ClassicTable::of));
    }
}
