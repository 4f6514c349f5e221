package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Adds a normally distributed number to every value. Numbers come from a table of 65,536 quantiles, of the same probability
 * each, which end at 4.3 standard deviations: four of them for one random number of 64 bits.
 *
 * @param sd the standard deviation, in standard deviations of the channel, from 0 to 0.3: more hides what is in the picture
 */
public record Noise(double sd) implements Finishing {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "noise",
            0.3,
            "",
            "How much grain is added to images at random, as a share of how much their values differ anyway. Above 0.3 it "
                    + "hides what is in the picture.",
            0.05);

    /** None. */
    public Noise() {
        this(0);
    }

    /** Checks the range. */
    public Noise {
        Help.check(PARAMETER, sd);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Noise with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Noise::new).orElse(this);
    }

    @Override
    public boolean active() {
        return sd > 0;
    }

    @Override
    public String inWords() {
        return "grained by " + Help.brief(sd) + " of their deviation";
    }

    @Override
    public void change(float[] image, ImageShape shape, float[] neutral, float[] width, RandomGenerator random) {
        int channels = shape.channels();
        float scale = (float) sd;
        long bits = 0;
        int c = 0;
        for (int i = 0; i < image.length; i++) {
            bits = (i & 3) == 0 ? random.nextLong() : bits >>> 16;
            image[i] += scale * width[c] * NormalQuantiles.at((int) bits & 0xffff);
            c = c + 1 == channels ? 0 : c + 1;
        }
    }
}
