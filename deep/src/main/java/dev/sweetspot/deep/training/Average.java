package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.tensor.Updates;
import java.util.List;

/**
 * The exponential moving average of all weights and running statistics: {@code a = d a + (1 - d) w} with
 * {@code d = min(decay, (1 + t) / (10 + t))} in step t, so that the first weights, which know nothing, are soon forgotten.
 */
public final class Average implements AutoCloseable {
    private final double decay;
    private final Tensor weights;
    private final Tensor statistics;

    /** Begins at the module as it is. */
    public Average(double decay, Module module) {
        this.decay = decay;
        this.weights = module.weights().copy().keep();
        this.statistics = module.statistics().copy().keep();
    }

    /**
     * Follows one step.
     *
     * @param step from 1
     */
    public void follow(Module module, long step) {
        double kept = Math.min(decay, (1.0 + step) / (10.0 + step));
        Updates.average(weights, module.weights(), kept);
        Updates.average(statistics, module.statistics(), kept);
    }

    /** The averages, as a module takes them. */
    public Module.State state() {
        return new Module.State(weights.floats(), statistics.floats());
    }

    /** For {@link #set}. */
    public List<float[]> arrays() {
        return List.of(weights.floats(), statistics.floats());
    }

    /** Goes on from averages of before. */
    public void set(float[] newWeights, float[] newStatistics) {
        weights.setAll(newWeights);
        statistics.setAll(newStatistics);
    }

    @Override
    public void close() {
        weights.close();
        statistics.close();
    }
}
