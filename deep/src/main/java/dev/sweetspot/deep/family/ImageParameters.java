package dev.sweetspot.deep.family;

import dev.sweetspot.space.About;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** What several families of networks for images have in common; ranges and defaults follow the images. */
final class ImageParameters {
    private static final int LARGE_DATA = 20_000;

    static final IntegerParameter BLOCKS = Parameter.integer("blocks", 1, 5)
            .withDefault(3)
            .with(About.help("How many stages the network has; the image is halved from one to the next: more "
                            + "stages see larger patterns.")
                    .withUsualChange(new UsualChange.Difference(1)));

    static final IntegerParameter DEPTH = Parameter.integer("depth", 1, 4)
            .withDefault(1)
            .with(About.help("How deep each stage is: how many blocks of layers follow each other before the "
                            + "next stage. Deeper needs more examples and more time.")
                    .withUsualChange(new UsualChange.Difference(1)));

    static final OrdinalParameter<Integer> FILTERS = Parameter.ordinal("filters", 8, 16, 32, 64, 128, 256, 512)
            .withDefault(32)
            .with(new About(
                    "filters",
                    "How many patterns the first stage looks for; each further one looks for twice as many.",
                    Optional.of(new UsualChange.Factor(2))));

    /** Huang et al. 2016 use up to 0.5 in the last block. */
    static final RealParameter STOCHASTIC_DEPTH = Parameter.real("stochastic_depth", 0, 0.5)
            .withStep(0.1)
            .withDefault(0)
            .with(About.help("For what share of the images the last block is left out at random while training, "
                            + "and earlier ones the less, so that no block relies on the others.")
                    .withUsualChange(new UsualChange.Difference(0.1)));

    private ImageParameters() {}

    /** As many stages as leave something of the image, at most 5. */
    static IntegerParameter blocks(ModelFamily.DataSize data) {
        int side = Math.min(data.image().height(), data.image().width());
        int most = Math.max(1, Math.min(5, (int) Math.floor(Math.log(side) / Math.log(2)) - 1));
        return new IntegerParameter(BLOCKS.name(), 1, most, BLOCKS.scale(), 1, Math.min(3, most), BLOCKS.about());
    }

    /** One block a stage, or two where there are many images. */
    static IntegerParameter depth(ModelFamily.DataSize data) {
        return DEPTH.withDefault(data.examples() < LARGE_DATA ? 1 : 2);
    }

    /** The share by which block i of so many is left out: rising evenly to the given one (Huang et al. 2016, equation 4). */
    static double skip(double last, int block, int blocks) {
        return last * (block + 1) / blocks;
    }

    /** "one block", "2 blocks". */
    static String many(int count, String thing) {
        return (count == 1 ? "one " + thing : count + " " + thing + "s");
    }
}
