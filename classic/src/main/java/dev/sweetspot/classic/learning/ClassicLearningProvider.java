package dev.sweetspot.classic.learning;

import dev.sweetspot.data.learner.LearnerProvider;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.Form.MapForm;

/** Makes learnings of classical models from their settings again: in another process, on another machine. */
public final class ClassicLearningProvider implements LearnerProvider {
    @Override
    public String name() {
        return ClassicLearning.WORKLOAD;
    }

    @Override
    public DataSource source(MapForm settings) {
        return ClassicLearning.source(settings);
    }

    @Override
    public ClassicLearning make(MapForm settings, Divided data) {
        return ClassicLearning.of(settings, ClassicTable.of(data));
    }
}
