package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.RealParameter;
import java.util.random.RandomGenerator;

/**
 * Paints a square of the mean colour over a part of each image (DeVries and Taylor 2017). Its centre is anywhere in the
 * image, so that a part of the square may lie outside.
 *
 * @param share its side as a share of the shorter side of the image, from 0 to 0.5: a square of half the side hides a quarter
 */
public record Cutout(double share) implements Finishing {
    /** What it is set by. */
    public static final RealParameter PARAMETER = Help.real(
            "cutout",
            0.5,
            "",
            "How large a square is hidden in each image, at a random place, as a share of the image's side: the network "
                    + "learns to look at more than one spot. 0.5 hides up to a quarter of the image.",
            0.1);

    /** None. */
    public Cutout() {
        this(0);
    }

    /** Checks the range. */
    public Cutout {
        Help.check(PARAMETER, share);
    }

    @Override
    public RealParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Cutout with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Cutout::new).orElse(this);
    }

    @Override
    public boolean active() {
        return share > 0;
    }

    @Override
    public String inWords() {
        return "hidden in a square of " + Help.percent(share) + " of their side";
    }

    /** The side of the square in pixels, at least 1. */
    int side(ImageShape shape) {
        return Math.max(1, (int) Math.round(share * Math.min(shape.height(), shape.width())));
    }

    @Override
    public void change(float[] image, ImageShape shape, float[] neutral, float[] width, RandomGenerator random) {
        int side = side(shape);
        int top = random.nextInt(shape.height()) - side / 2;
        int left = random.nextInt(shape.width()) - side / 2;
        int channels = shape.channels();
        int end = Math.min(shape.width(), left + side);
        for (int y = Math.max(0, top); y < Math.min(shape.height(), top + side); y++) {
            for (int x = Math.max(0, left); x < end; x++) {
                System.arraycopy(neutral, 0, image, (y * shape.width() + x) * channels, channels);
            }
        }
    }
}
