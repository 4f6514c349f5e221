package dev.sweetspot.job;

import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.space.Configuration;

/**
 * A configuration that was trained again and measured once on the test part.
 *
 * @param model still in memory; whoever has the result closes it
 */
public record Measured(Configuration configuration, Fitted model, Predictions predictions, Report test)
        implements AutoCloseable {
    @Override
    public void close() {
        model.close();
    }
}
