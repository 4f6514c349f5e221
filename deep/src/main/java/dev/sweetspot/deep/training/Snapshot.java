package dev.sweetspot.deep.training;

import dev.sweetspot.deep.network.Module;
import java.util.List;

/**
 * All that a training needs to go on bit for bit. Batches and masks are functions of the step, and need nothing.
 *
 * @param step steps done
 * @param plannedEpochs how long it is planned to be
 * @param state weights and running statistics
 * @param slots what the optimiser remembers
 */
public record Snapshot(long step, double plannedEpochs, Module.State state, List<float[]> slots) {
    /** Keeps a copy of the list. */
    public Snapshot {
        slots = List.copyOf(slots);
    }
}
