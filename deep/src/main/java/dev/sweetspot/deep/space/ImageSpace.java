package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/** The space of networks for images: the family at its root, what all share, and each family's own part as a branch. */
public final class ImageSpace {
    private ImageSpace() {}

    /** All that can be set where classes are to be predicted. */
    public static SearchSpace of(List<ModelFamily> families, ModelFamily.DataSize data) {
        return of(families, Task.Kind.CLASSIFICATION, data);
    }

    /** All that can be set. */
    public static SearchSpace of(List<ModelFamily> families, Task.Kind task, ModelFamily.DataSize data) {
        int side = Math.min(data.image().height(), data.image().width());
        var space = Families.space(families, data, task);
        space = TrainingSpace.addTo(space, task, data.examples());
        space = AugmentationParameters.addTo(InputParameters.addTo(space, task), task, side);
        return EnsembleParameters.addTo(StoppingParameters.addTo(space, task), task, data);
    }
}
