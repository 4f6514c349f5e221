package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Makes images larger or smaller about their centre: from 1 / (1 + z) to 1 + z times, and half of them larger (the logarithm
 * of the factor is drawn evenly).
 *
 * @param most z, from 0 to 0.3: beyond that much of what there is to see is lost
 */
public record Zoom(double most) implements Geometric {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "zoom",
            0.3,
            "",
            "By how much images are made larger or smaller at random: 0.2 is from 1/1.2 to 1.2 times. Beyond 0.3 much of "
                    + "what there is to see is lost.",
            0.1);

    /** None. */
    public Zoom() {
        this(0);
    }

    /** Checks the range. */
    public Zoom {
        Help.check(PARAMETER, most);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Zoom with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Zoom::new).orElse(this);
    }

    @Override
    public boolean active() {
        return most > 0;
    }

    @Override
    public String inWords() {
        return "made larger or smaller by up to " + Help.percent(most);
    }

    @Override
    public void draw(RandomGenerator random, PlaceMap map) {
        map.magnify(StrictMath.exp(Help.around(random, StrictMath.log1p(most))));
    }
}
