package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Moves images by whole pixels: the same as cutting a window of the image's size out of it with a margin of the mean colour.
 *
 * @param pixels at most so many in each direction, from 0 to 8: an eighth of the largest usual image
 */
public record Crop(int pixels) implements Geometric {
    /** What it is set by. */
    public static final IntegerParameter PARAMETER = Help.whole(
            "crop",
            8,
            "pixels",
            "By how much images are shifted at random in each direction, so that the network does not mind where in the "
                    + "image a thing is. More than 8 pixels lose too much of it.",
            2);

    /** None. */
    public Crop() {
        this(0);
    }

    /** Checks the range. */
    public Crop {
        Help.check(PARAMETER, pixels);
    }

    @Override
    public IntegerParameter parameter() {
        return PARAMETER;
    }

    @Override
    public Crop with(Configuration configuration) {
        return configuration.find(PARAMETER).map(Crop::new).orElse(this);
    }

    @Override
    public boolean active() {
        return pixels > 0;
    }

    @Override
    public String inWords() {
        return "shifted by up to " + pixels + (pixels == 1 ? " pixel" : " pixels");
    }

    @Override
    public void draw(RandomGenerator random, PlaceMap map) {
        int span = 2 * pixels + 1;
        int right = random.nextInt(span) - pixels;
        int down = random.nextInt(span) - pixels;
        map.shift(right, down);
    }

    @Override
    public Optional<String> torch() {
        return Optional.of("x = shift(x, " + pixels + ")\n");
    }
}
