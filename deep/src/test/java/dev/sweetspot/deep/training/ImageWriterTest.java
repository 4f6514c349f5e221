package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.augmentation.Augmentation;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Cutmix;
import dev.sweetspot.deep.training.augmentation.Mixup;
import dev.sweetspot.deep.training.rescaling.AsStored;
import dev.sweetspot.deep.training.rescaling.PerImage;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import dev.sweetspot.deep.training.rescaling.UnitRange;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in a batch, against the stored values. */
@Tag("once")
class ImageWriterTest {
    private static final int SIZE = 8;

    /** The inputs and targets of one batch. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Filled(float[][] pictures, float[][] shares) {}

    private static Filled filled(ImageSet set, int[] images, long seed, Augmentation... changes) {
        var examples = new ImageExamples(set, RandomImages.statistics(set)).with(Augmentations.of(changes));
        int samples = (int) set.shape().samples();
        try (var scope = Scope.open();
                var batch = new Batch(images.length, examples.shape(), ElementType.FLOAT32, examples.targets())) {
            assertThat(scope).isNotNull();
            examples.writer(ElementType.FLOAT32).fill(batch, images, new SplittableRandom(seed));
            var pictures = new float[images.length][samples];
            var shares = new float[images.length][3];
            for (int i = 0; i < images.length; i++) {
                batch.inputs().asFloatBuffer().get(i * samples, pictures[i]);
                batch.numbers().get(i * 3, shares[i]);
            }
            return new Filled(pictures, shares);
        }
    }

    private static ImageSet set() {
        return RandomImages.of(30, new ImageShape(6, 5, 3), Depth.U8);
    }

    private static float[] plain(ImageSet set, int image) {
        var picture = new float[(int) set.shape().samples()];
        int i = 0;
        for (int y = 0; y < set.height(); y++) {
            for (int x = 0; x < set.width(); x++) {
                for (int c = 0; c < set.channels(); c++) {
                    picture[i++] = (float) RandomImages.standardised(set, image, y, x, c);
                }
            }
        }
        return picture;
    }

    /** The image of the batch that a picture is mixed with, and how much of the picture is its own; (-1, 1) if none. */
    private static double[] mixture(float[] picture, int own, int[] images, ImageSet set) {
        var self = plain(set, images[own]);
        for (int other = 0; other < images.length; other++) {
            if (other == own) {
                continue;
            }
            var partner = plain(set, images[other]);
            double share = (picture[0] - partner[0]) / (self[0] - partner[0]);
            boolean fits = IntStream.range(0, picture.length)
                    .allMatch(i -> Math.abs(share * self[i] + (1 - share) * partner[i] - picture[i]) < 1e-3);
            if (fits) {
                return new double[] {other, share};
            }
        }
        return new double[] {-1, 1};
    }

    @Test
    void mixUpIsTheWeightedSumOfTwoImagesAndOfTheirLabels() {
        var set = set();
        int[] images = {3, 11, 25, 7, 0, 16, 20, 9};
        double mean = 0;
        double square = 0;
        int batches = 150;
        for (int seed = 0; seed < batches; seed++) {
            var filled = filled(set, images, seed, new Mixup(0.4));
            for (int i = 0; i < SIZE; i++) {
                var mixture = mixture(filled.pictures()[i], i, images, set);
                var expected = new float[3];
                expected[set.label(images[i])] += (float) mixture[1];
                int partner = mixture[0] < 0 ? i : (int) mixture[0];
                expected[set.label(images[partner])] += (float) (1 - mixture[1]);
                assertThat(filled.shares()[i]).containsExactly(expected, offset(2e-3f));
                assertThat(mixture[1]).isBetween(-1e-3, 1 + 1e-3);
                mean += mixture[1] / (batches * SIZE);
                square += mixture[1] * mixture[1] / (batches * SIZE);
            }
        }
        // Beta(a, a) has the mean 1/2 and the variance 1 / (4 (2 a + 1)); 1,200 draws err by 0.011 and 0.004.
        assertThat(mean).isCloseTo(0.5, offset(0.055));
        assertThat(square - mean * mean).isCloseTo(1 / (4 * 1.8), offset(0.02));
    }

    @Test
    void cutMixTakesARectangleOfAnotherImageAndAsMuchOfItsLabel() {
        var set = set();
        int[] images = {3, 11, 25, 7, 0, 16, 20, 9};
        int mixed = 0;
        for (int seed = 0; seed < 50; seed++) {
            var filled = filled(set, images, seed, new Cutmix(1));
            for (int i = 0; i < SIZE; i++) {
                var picture = filled.pictures()[i];
                var self = plain(set, images[i]);
                long own = IntStream.range(0, picture.length)
                        .filter(k -> Math.abs(picture[k] - self[k]) < 1e-4)
                        .count();
                double others = 1 - (double) own / picture.length;
                // Samples that happen to be equal in both images count as its own: a few in 90 at the most.
                float label = filled.shares()[i][set.label(images[i])];
                assertThat(filled.shares()[i][0] + filled.shares()[i][1] + filled.shares()[i][2])
                        .isCloseTo(1, offset(1e-5f));
                assertThat((double) label).isGreaterThan(1 - others - 0.06);
                mixed += others > 0 ? 1 : 0;
            }
        }
        assertThat(mixed).isGreaterThan(200);
    }

    @Test
    void aBatchFollowsFromItsSeedAlone() {
        var set = set();
        int[] images = {1, 2, 3, 4};
        Augmentation[] changes = {new Mixup(0.2), new Cutmix(0.5)};
        var once = filled(set, images, 5, changes);
        assertThat(filled(set, images, 5, changes).pictures()).isDeepEqualTo(once.pictures());
        assertThat(java.util.Arrays.deepEquals(filled(set, images, 6, changes).pictures(), once.pictures()))
                .isFalse();
    }

    private static float[] rescaled(ImageSet set, int image, Rescaling rescaling) {
        var pixels = new Pixels(set, RandomImages.statistics(set), rescaling);
        var picture = new float[(int) set.shape().samples()];
        new Painter(pixels, set.shape(), Augmentations.NONE).paint(image, picture);
        return picture;
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void rescalingFollowsItsFormula(Depth depth) {
        var set = RandomImages.of(4, new ImageShape(5, 4, 2), depth);
        var values = new double[40];
        for (int i = 0; i < 40; i++) {
            values[i] = RandomImages.stored(set, 2, i / 8, i / 2 % 4, i % 2);
        }
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
        var stored = rescaled(set, 2, new AsStored());
        var unit = rescaled(set, 2, new UnitRange());
        var each = rescaled(set, 2, new PerImage());
        for (int i = 0; i < 40; i++) {
            assertThat((double) stored[i]).isEqualTo(values[i]);
            assertThat((double) unit[i]).isCloseTo(values[i] / (depth == Depth.U8 ? 255 : 65535), offset(1e-6));
            assertThat((double) each[i]).isCloseTo((values[i] - mean) / deviation, offset(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void whatComesInFromOutsideIsTheMeanColourHoweverItIsScaled(Depth depth) {
        var set = RandomImages.of(4, new ImageShape(5, 4, 2), depth);
        var statistics = RandomImages.statistics(set);
        var unit = new Pixels(set, statistics, new UnitRange());
        int highest = depth == Depth.U8 ? 255 : 65535;
        for (int c = 0; c < 2; c++) {
            assertThat((double) unit.neutral()[c]).isCloseTo(statistics.mean(c) / highest, offset(1e-6));
            assertThat((double) unit.framed()[c]).isEqualTo(unit.neutral()[c]);
            assertThat((double) unit.width()[c]).isCloseTo(statistics.sd(c) / highest, offset(1e-6));
        }
    }
}
