package dev.sweetspot.deep.family;

import dev.sweetspot.deep.training.Augmentation;
import dev.sweetspot.space.About;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** What is changed in images at random while training. */
public final class AugmentationParameters {
    /** Mirrors images. */
    public static final BooleanParameter FLIP = Parameter.bool("augmentation.flip")
            .withDefault(true)
            .with(Hyperparameters.help(
                    "Whether images are shown mirrored left to right half of the time. Not where left and right "
                            + "mean something, as in text."));

    /** Moves images: as far as 8 pixels, an eighth of the largest usual image. */
    public static final IntegerParameter CROP = Parameter.integer("augmentation.crop", 0, 8)
            .withDefault(2)
            .with(new About(
                    "pixels",
                    "By how much images are shifted at random in each direction, so that the network does not mind "
                            + "where in the image a thing is.",
                    Optional.of(new UsualChange.Difference(2))));

    private AugmentationParameters() {}

    /**
     * A space with them.
     *
     * @param side of an image in pixels, the shorter one
     */
    public static SearchSpace addTo(SearchSpace space, int side) {
        return space.with(FLIP).with(CROP.withDefault(Math.max(1, Math.min(4, side / 12))));
    }

    static Augmentation of(Configuration configuration) {
        return new Augmentation(configuration.get(FLIP), configuration.get(CROP));
    }
}
