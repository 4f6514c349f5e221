package dev.sweetspot.data.learner;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.workload.WorkloadProvider;
import java.util.function.Function;

/** Makes learners from their settings, also on data that others have loaded already. */
public interface LearnerProvider extends WorkloadProvider {
    /** Where the data of such settings lies. */
    DataSource source(MapForm settings);

    /**
     * The learner with these settings, on data that was loaded before.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or this is not their data
     */
    Learner make(MapForm settings, Divided data);

    /**
     * Loads the data where the settings say it lies.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the settings are wrong, or the data is gone or another
     */
    @Override
    default Learner make(MapForm settings) {
        var threads = Runtime.getRuntime().availableProcessors();
        return make(settings, source(settings).load(threads, Progress.SILENT, Function.identity()));
    }
}
