package dev.sweetspot.deep.space;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.augmentation.Mixing;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;

/** What is changed in images at random while training: a parameter for each change that is installed. */
public final class AugmentationParameters {
    private static final int LARGEST_CROP = 4;
    private static final int CROP_SHARE = 12;

    private AugmentationParameters() {}

    /**
     * A space with them. Where something is to be predicted, images are mirrored left to right and moved a little by default,
     * and nothing else; where images alone are learnt from, nothing is changed by default, and nothing mixes them.
     *
     * @param side of an image in pixels, the shorter one
     */
    public static SearchSpace addTo(SearchSpace space, Task.Kind task, int side) {
        var result = space;
        for (var change : Augmentations.installed()) {
            if (!task.blind()) {
                result = result.with(usual(change.parameter(), side));
            } else if (!(change instanceof Mixing)) {
                result = result.with(change.parameter());
            }
        }
        return result;
    }

    private static Parameter<?> usual(Parameter<?> parameter, int side) {
        if (parameter.equals(Flip.PARAMETER)) {
            return Flip.PARAMETER.withDefault("horizontal");
        }
        return parameter.equals(Crop.PARAMETER)
                ? Crop.PARAMETER.withDefault(Math.max(1, Math.min(LARGEST_CROP, side / CROP_SHARE)))
                : parameter;
    }

    public static Augmentations of(Configuration configuration) {
        return Augmentations.of(configuration);
    }
}
