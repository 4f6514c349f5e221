package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * The weighted sum of two images, {@code l x + (1 - l) x'}, with {@code l ~ Beta(a, a)}, and the same of their labels (Zhang,
 * Cisse, Dauphin and Lopez-Paz 2018). Each pair has a weight of its own; the paper's code has one a batch.
 *
 * @param alpha a, from 0 to 0.4: the smaller, the nearer to one of both; the paper found 0.1 to 0.4 useful
 */
public record Mixup(double alpha) implements Mixing {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "mixup",
            0.4,
            "",
            "Whether images are faded into one another, two at a time, with their labels: 0 is never, 0.2 seldom by much, "
                    + "0.4 rather often. It helps long trainings; beyond 0.4 images become unlike anything.",
            0.1);

    /** None. */
    public Mixup() {
        this(0);
    }

    /** Checks the range. */
    public Mixup {
        Help.check(PARAMETER, alpha);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Mixup with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Mixup::new).orElse(this);
    }

    @Override
    public boolean active() {
        return alpha > 0;
    }

    @Override
    public String inWords() {
        return "faded into one another (mix-up " + Help.brief(alpha) + ")";
    }

    @Override
    public double mix(float[] image, float[] other, ImageShape shape, RandomGenerator random) {
        double share = Beta.draw(alpha, random);
        float own = (float) share;
        for (int i = 0; i < image.length; i++) {
            image[i] = own * image[i] + (1 - own) * other[i];
        }
        return share;
    }
}
