package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/** The space of networks for tables: the family at its root, what all share, and how columns are prepared. */
public final class TableSpace {
    private TableSpace() {}

    /** All that can be set. */
    public static SearchSpace of(List<ModelFamily> families, Task.Kind task, ModelFamily.DataSize data) {
        var space = Families.space(families, data, task);
        space = TrainingSpace.addTo(space, task, data.examples());
        space = DataParameters.addTo(space, task);
        return EnsembleParameters.addTo(StoppingParameters.addTo(space, task), task, data);
    }
}
