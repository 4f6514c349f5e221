package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Multiplies the differences from the mean colour by a factor from 1 - c to 1 + c.
 *
 * @param share c, from 0 to 0.3: beyond that dark and bright parts lose what is in them
 */
public record Contrast(double share) implements Tonal {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "contrast",
            0.3,
            "",
            "By how much differences between dark and bright are made larger or smaller at random: 0.2 is from 0.8 to 1.2 "
                    + "times. Cameras and stains seldom differ by more than 0.3.",
            0.1);

    /** None. */
    public Contrast() {
        this(0);
    }

    /** Checks the range. */
    public Contrast {
        Help.check(PARAMETER, share);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Contrast with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Contrast::new).orElse(this);
    }

    @Override
    public boolean active() {
        return share > 0;
    }

    @Override
    public String inWords() {
        return "given up to " + Help.percent(share) + " more or less contrast";
    }

    @Override
    public void draw(RandomGenerator random, Tone tone) {
        tone.stretch(1 + Help.around(random, share));
    }
}
