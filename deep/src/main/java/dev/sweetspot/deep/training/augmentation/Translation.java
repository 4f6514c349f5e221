package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Moves images by a share of their size, by parts of pixels too.
 *
 * @param share of the width and of the height at the most, from 0 to 0.3: more loses too much of the image
 */
public record Translation(double share) implements Geometric {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "translation",
            0.3,
            "",
            "By which share of their size images are shifted at random, to the sides and up and down: as "
                    + "augmentation.crop, but following the size of images. Beyond 0.3 too much of the image is lost.",
            0.05);

    /** None. */
    public Translation() {
        this(0);
    }

    /** Checks the range. */
    public Translation {
        Help.check(PARAMETER, share);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Translation with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Translation::new).orElse(this);
    }

    @Override
    public boolean active() {
        return share > 0;
    }

    @Override
    public String inWords() {
        return "shifted by up to " + Help.percent(share) + " of their size";
    }

    @Override
    public void draw(RandomGenerator random, PlaceMap map) {
        double right = Help.around(random, share) * map.width();
        double down = Help.around(random, share) * map.height();
        map.shift(right, down);
    }
}
