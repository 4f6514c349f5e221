package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/** The space of networks for series: the family at its root, and what all share. */
public final class SequenceSpace {
    private SequenceSpace() {}

    /** All that can be set. */
    public static SearchSpace of(List<ModelFamily> families, Task.Kind task, ModelFamily.DataSize data) {
        var space = Families.space(families, data, task);
        space = TrainingSpace.addTo(space, task, data.examples());
        if (task == Task.Kind.RECONSTRUCTION) {
            // Nothing brings series to shares from 0 to 1.
            space = Restriction.search(space, space, LossParameters.NAME, "mse,mae,huber");
        }
        return EnsembleParameters.addTo(StoppingParameters.addTo(space, task), task, data);
    }
}
