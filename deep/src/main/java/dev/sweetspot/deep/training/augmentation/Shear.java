package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Slants images sideways, as italics are.
 *
 * @param most by how many pixels sideways for each pixel down, from 0 to 0.3, which is 17 degrees
 */
public record Shear(double most) implements Geometric {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "shear",
            0.3,
            "",
            "By how much images are slanted sideways at random, as italics are: pixels sideways for each pixel down. 0.3 "
                    + "is an angle of 17 degrees; more is hardly ever seen.",
            0.1);

    /** None. */
    public Shear() {
        this(0);
    }

    /** Checks the range. */
    public Shear {
        Help.check(PARAMETER, most);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Shear with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Shear::new).orElse(this);
    }

    @Override
    public boolean active() {
        return most > 0;
    }

    @Override
    public String inWords() {
        return "slanted by up to " + Help.brief(most);
    }

    @Override
    public void draw(RandomGenerator random, PlaceMap map) {
        map.slant(Help.around(random, most));
    }
}
