package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Puts a rectangle of another image into an image, and as much of its label as it covers (Yun et al. 2019). The rectangle has
 * the image's proportions and {@code 1 - l} of its area, {@code l ~ Beta(a, a)}, and its centre is anywhere; what lies outside
 * is cut off, and the label follows what is left.
 *
 * @param alpha a, from 0 to 1, where every area is as likely
 */
public record Cutmix(double alpha) implements Mixing {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "cutmix",
            1,
            "",
            "Whether a rectangle of another image is put into each image, with as much of its label: 0 is never, 1 "
                    + "rectangles of every size alike. It helps long trainings.",
            0.2);

    /** None. */
    public Cutmix() {
        this(0);
    }

    /** Checks the range. */
    public Cutmix {
        Help.check(PARAMETER, alpha);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Cutmix with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Cutmix::new).orElse(this);
    }

    @Override
    public boolean active() {
        return alpha > 0;
    }

    @Override
    public String inWords() {
        return "pasted into one another (cut-mix " + Help.brief(alpha) + ")";
    }

    @Override
    public double mix(float[] image, float[] other, ImageShape shape, RandomGenerator random) {
        double side = Math.sqrt(1 - Beta.draw(alpha, random));
        int tall = (int) Math.round(side * shape.height());
        int wide = (int) Math.round(side * shape.width());
        int top = random.nextInt(shape.height()) - tall / 2;
        int left = random.nextInt(shape.width()) - wide / 2;
        int from = Math.max(0, left);
        int columns = Math.max(0, Math.min(shape.width(), left + wide) - from);
        int rows = 0;
        for (int y = Math.max(0, top); y < Math.min(shape.height(), top + tall); y++) {
            int at = (y * shape.width() + from) * shape.channels();
            System.arraycopy(other, at, image, at, columns * shape.channels());
            rows++;
        }
        return 1 - (double) rows * columns / (shape.height() * shape.width());
    }
}
