package dev.sweetspot.deep.learning;

import dev.sweetspot.data.learner.LearnerProvider;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.Form.MapForm;

/** Makes learnings of networks by folds from their settings again. */
public final class NetworksByFoldProvider implements LearnerProvider {
    @Override
    public String name() {
        return NetworksByFold.WORKLOAD;
    }

    @Override
    public DataSource source(MapForm settings) {
        return NetworkLearning.source(settings);
    }

    @Override
    public NetworksByFold make(MapForm settings, Divided data) {
        return new NetworksByFold(NetworkLearning.of(settings, SplitData.of(data)));
    }
}
