package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import java.util.List;

/**
 * All that a training needs to go on bit for bit. Batches and masks are functions of the step, and need nothing.
 *
 * @param step steps done
 * @param plannedEpochs how long it is planned to be
 * @param state weights and running statistics
 * @param slots what the optimiser remembers, the losses of the epoch so far, and the average where there is one
 * @param losses what was measured after each epoch, where the schedule goes by it
 */
public record Snapshot(long step, double plannedEpochs, Module.State state, List<float[]> slots, List<Double> losses) {
    /** Keeps copies of the lists. */
    public Snapshot {
        slots = List.copyOf(slots);
        losses = List.copyOf(losses);
    }
}
