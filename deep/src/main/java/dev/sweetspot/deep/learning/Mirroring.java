package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.study.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether images that are mirrored left to right still look like their class. Of a sample, each image is given the class of
 * the one that is nearest to it, itself left out, once as it is and once mirrored. Where mirrored images lose more than half
 * of what is recognised beyond chance, left and right mean something, as in digits and letters.
 *
 * @param recognised the share of images whose nearest other image is of their class
 * @param mirrored the same after they were mirrored
 * @param chance the share for labels at random
 * @param asked of how many images
 */
record Mirroring(double recognised, double mirrored, double chance, int asked) {
    /** Enough to tell a half from two thirds; comparing them takes some tenths of a second. */
    private static final int COMPARED = 2000;

    private static final int ASKED = 1000;
    private static final int FEWEST = 20;
    private static final double KEPT = 0.5;

    /** Only where chance alone would hardly ever say so. */
    private static final double STANDARD_ERRORS = 2;

    private static final long SEED = 1;

    /** @param items to learn from */
    static Mirroring of(ImageSet set, int[] items) {
        var sample = sample(items);
        int asked = sample.length < FEWEST ? 0 : Math.min(ASKED, sample.length);
        var thumbnails = new Thumbnails(set);
        var images = new float[sample.length][];
        for (int i = 0; i < sample.length; i++) {
            images[i] = thumbnails.of(sample[i], false);
        }
        var factors = thumbnails.factors(images);
        for (var image : images) {
            Thumbnails.scaled(image, factors);
        }
        var neighbours = new Neighbours(images);
        int recognised = 0;
        int mirrored = 0;
        for (int i = 0; i < asked; i++) {
            int label = set.label(sample[i]);
            recognised += set.label(sample[neighbours.nearest(images[i], i)]) == label ? 1 : 0;
            var other = Thumbnails.scaled(thumbnails.of(sample[i], true), factors);
            mirrored += set.label(sample[neighbours.nearest(other, i)]) == label ? 1 : 0;
        }
        double all = Math.max(1, asked);
        return new Mirroring(recognised / all, mirrored / all, chance(set, sample), asked);
    }

    private static int[] sample(int[] items) {
        var order = items.clone();
        var random = Seeds.generator(SEED);
        int count = Math.min(COMPARED, order.length);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(order.length - i);
            int item = order[i];
            order[i] = order[other];
            order[other] = item;
        }
        return Arrays.copyOf(order, count);
    }

    private static double chance(ImageSet set, int[] sample) {
        var counts = new int[set.classNames().size()];
        for (int item : sample) {
            counts[set.label(item)]++;
        }
        double chance = 0;
        for (int count : counts) {
            chance += Math.pow((double) count / Math.max(1, sample.length), 2);
        }
        return chance;
    }

    /** Whether mirrored images look like other classes, beyond what such a sample says by chance. */
    boolean changesClasses() {
        double above = recognised - chance;
        if (asked == 0 || above <= 0) {
            return false;
        }
        double kept = (mirrored - chance) / above;
        double variance = mirrored * (1 - mirrored) + kept * kept * recognised * (1 - recognised);
        return kept + STANDARD_ERRORS * Math.sqrt(variance / asked) / above < KEPT;
    }

    /** To mirror none. */
    Hint hint() {
        return new Hint(
                Flip.PARAMETER,
                List.of(Flip.PARAMETER.defaultValue()),
                String.format(
                        Locale.ROOT,
                        "Images are not mirrored while training, because they would look like other classes: of %d images %.0f %% "
                                + "are most like another one of their class, and mirrored left to right %.0f %%. To mirror them "
                                + "all the same: --set %s=horizontal",
                        asked,
                        100 * recognised,
                        100 * mirrored,
                        Flip.PARAMETER.name()));
    }
}
