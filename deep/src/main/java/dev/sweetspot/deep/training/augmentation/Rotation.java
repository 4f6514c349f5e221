package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Turns images about their centre, to either side; every angle up to the largest is as likely.
 *
 * @param degrees the largest angle, from 0 to 180, which is any
 */
public record Rotation(double degrees) implements Geometric {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "rotation",
            180,
            "degrees",
            "By how much images are turned at random, to either side; 180 is by any angle. Corners that become empty get "
                    + "the mean colour. Much helps where things lie any way round, as under a microscope.",
            15);

    /** None. */
    public Rotation() {
        this(0);
    }

    /** Checks the range. */
    public Rotation {
        Help.check(PARAMETER, degrees);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Rotation with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Rotation::new).orElse(this);
    }

    @Override
    public boolean active() {
        return degrees > 0;
    }

    @Override
    public String inWords() {
        return "turned by up to " + Help.brief(degrees) + " degrees";
    }

    @Override
    public void draw(RandomGenerator random, PlaceMap map) {
        map.turn(Help.around(random, degrees));
    }
}
