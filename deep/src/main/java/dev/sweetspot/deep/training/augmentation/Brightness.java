package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Adds the same to every value of an image: up to a share of the span of values, which is counted as four standard
 * deviations of the channel. So it fits data that uses a small part of its 16 bits as well as photographs, for which four
 * standard deviations are about all of the 256 values.
 *
 * @param share of the span at the most, from 0 to 0.3: beyond that most of a picture would be black or white
 */
public record Brightness(double share) implements Tonal {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "brightness",
            0.3,
            "",
            "By how much images are made brighter or darker at random, as a share of the usual distance between dark and "
                    + "bright. 0.1 is seen, 0.3 is as far as a wrong exposure goes.",
            0.1);

    static final double SPAN = 4;

    /** None. */
    public Brightness() {
        this(0);
    }

    /** Checks the range. */
    public Brightness {
        Help.check(PARAMETER, share);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Brightness with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Brightness::new).orElse(this);
    }

    @Override
    public boolean active() {
        return share > 0;
    }

    @Override
    public String inWords() {
        return "made brighter or darker by up to " + Help.percent(share);
    }

    @Override
    public void draw(RandomGenerator random, Tone tone) {
        tone.raise(SPAN * Help.around(random, share));
    }
}
