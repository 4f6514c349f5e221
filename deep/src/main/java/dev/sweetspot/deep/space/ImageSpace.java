package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/** The space of image classifiers: the family at its root, what all share, and each family's own part as a branch. */
public final class ImageSpace {
    private ImageSpace() {}

    /** All that can be set. */
    public static SearchSpace of(List<ModelFamily> families, ModelFamily.DataSize data) {
        int side = Math.min(data.image().height(), data.image().width());
        var space = Families.space(families, data);
        space = TrainingSpace.addTo(space, Task.Kind.CLASSIFICATION, data.examples());
        space = AugmentationParameters.addTo(InputParameters.addTo(space), side);
        return StoppingParameters.addTo(space, Task.Kind.CLASSIFICATION);
    }
}
