package dev.sweetspot.deep.learning;

import dev.sweetspot.data.learner.LearnerProvider;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.Form.MapForm;

/** Makes learnings of networks from their settings again: in another process, on another machine. */
abstract class NetworkLearningProvider implements LearnerProvider {
    private final String name;

    NetworkLearningProvider(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final DataSource source(MapForm settings) {
        return NetworkLearning.source(settings);
    }

    @Override
    public final NetworkLearning make(MapForm settings, Divided data) {
        return NetworkLearning.of(settings, SplitData.of(data));
    }
}
