package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.training.augmentation.Augmentation;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Brightness;
import dev.sweetspot.deep.training.augmentation.Contrast;
import dev.sweetspot.deep.training.augmentation.Crop;
import dev.sweetspot.deep.training.augmentation.Cutout;
import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.deep.training.augmentation.Geometric;
import dev.sweetspot.deep.training.augmentation.Noise;
import dev.sweetspot.deep.training.augmentation.PlaceMap;
import dev.sweetspot.deep.training.augmentation.Rotation;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that are changed, against the definitions written out pixel by pixel. */
class PainterTest {
    /** A change that is always the same. */
    private record Always(Consumer<PlaceMap> change) implements Geometric {
        @Override
        public Parameter<?> parameter() {
            return Rotation.PARAMETER;
        }

        @Override
        public Augmentation with(Configuration configuration) {
            return this;
        }

        @Override
        public boolean active() {
            return true;
        }

        @Override
        public String inWords() {
            return "changed";
        }

        @Override
        public void draw(RandomGenerator random, PlaceMap map) {
            change.accept(map);
        }
    }

    private static Stream<ImageSet> sets() {
        return Stream.of(
                RandomImages.of(3, new ImageShape(7, 7, 1), Depth.U8),
                RandomImages.of(3, new ImageShape(6, 9, 3), Depth.U8),
                RandomImages.of(3, new ImageShape(8, 5, 5), Depth.U16));
    }

    private static ImageSet square() {
        return RandomImages.of(3, new ImageShape(6, 6, 2), Depth.U8);
    }

    private static float[] painted(ImageSet set, int image, long seed, Augmentation... changes) {
        var pixels = new Pixels(set, RandomImages.statistics(set), new MeanAndDeviation());
        var picture = new float[(int) set.shape().samples()];
        new Painter(pixels, set.shape(), Augmentations.of(changes)).paint(image, picture, new SplittableRandom(seed));
        return picture;
    }

    private static float at(float[] picture, ImageSet set, int y, int x, int c) {
        return picture[(y * set.width() + x) * set.channels() + c];
    }

    private interface Place {
        double[] of(double x, double y);
    }

    /** Linear between the four pixels around the old place, which is given from the centre. */
    private static void compare(float[] picture, ImageSet set, int image, Place old) {
        double centreX = (set.width() - 1) / 2.0;
        double centreY = (set.height() - 1) / 2.0;
        for (int y = 0; y < set.height(); y++) {
            for (int x = 0; x < set.width(); x++) {
                var place = old.of(x - centreX, y - centreY);
                double fromX = place[0] + centreX;
                double fromY = place[1] + centreY;
                int left = (int) Math.floor(fromX);
                int top = (int) Math.floor(fromY);
                for (int c = 0; c < set.channels(); c++) {
                    double expected = 0;
                    for (int dy = 0; dy < 2; dy++) {
                        for (int dx = 0; dx < 2; dx++) {
                            expected += (1 - Math.abs(fromX - left - dx))
                                    * (1 - Math.abs(fromY - top - dy))
                                    * RandomImages.standardised(set, image, top + dy, left + dx, c);
                        }
                    }
                    assertThat((double) at(picture, set, y, x, c)).isCloseTo(expected, offset(1e-4));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void anImageThatIsNotChangedIsStandardised(ImageSet set) {
        compare(painted(set, 1, 1), set, 1, (x, y) -> new double[] {x, y});
    }

    @ParameterizedTest
    @MethodSource("sets")
    void mirrorsAndShiftsTakeWholePixels(ImageSet set) {
        for (int right : new int[] {-20, -3, 0, 2, 20}) {
            for (int down : new int[] {-20, -1, 0, 4, 20}) {
                compare(painted(set, 2, 1, new Always(map -> map.shift(right, down))), set, 2, (x, y) ->
                        new double[] {x - right, y - down});
                compare(
                        painted(
                                set,
                                2,
                                1,
                                new Always(PlaceMap::mirrorAcross),
                                new Always(map -> map.shift(right, down))),
                        set,
                        2,
                        (x, y) -> new double[] {-(x - right), y - down});
                compare(
                        painted(set, 2, 1, new Always(PlaceMap::mirrorDown), new Always(map -> map.shift(right, down))),
                        set,
                        2,
                        (x, y) -> new double[] {x - right, -(y - down)});
            }
        }
    }

    @Test
    void aQuarterTurnIsTheTransposedPictureWithItsColumnsMirrored() {
        var set = square();
        var turned = painted(set, 0, 1, new Always(map -> map.turn(90)));
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 6; x++) {
                for (int c = 0; c < 2; c++) {
                    assertThat((double) at(turned, set, y, x, c))
                            .isCloseTo(RandomImages.standardised(set, 0, 5 - x, y, c), offset(1e-5));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void magnifiedTwiceEachPlaceComesFromHalfAsFarFromTheCentre(ImageSet set) {
        compare(painted(set, 1, 1, new Always(map -> map.magnify(2))), set, 1, (x, y) -> new double[] {x / 2, y / 2});
        compare(painted(set, 1, 1, new Always(map -> map.magnify(0.5))), set, 1, (x, y) -> new double[] {2 * x, 2 * y});
    }

    @ParameterizedTest
    @MethodSource("sets")
    void changesAreMadeInTheirOrder(ImageSet set) {
        double angle = Math.toRadians(25);
        var picture = painted(
                set,
                0,
                1,
                new Always(PlaceMap::mirrorAcross),
                new Always(map -> map.magnify(1.25)),
                new Always(map -> map.slant(0.2)),
                new Always(map -> map.turn(25)),
                new Always(map -> map.shift(1.5, -0.75)));
        // Backwards, each undone by itself.
        compare(picture, set, 0, (x, y) -> {
            double a = x - 1.5;
            double b = y + 0.75;
            double p = Math.cos(angle) * a + Math.sin(angle) * b;
            double q = -Math.sin(angle) * a + Math.cos(angle) * b;
            p -= 0.2 * q;
            return new double[] {-p / 1.25, q / 1.25};
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    void brightnessAddsTheSameEverywhereAndContrastMultiplies(ImageSet set) {
        var plain = painted(set, 1, 7);
        double least = 1;
        double most = -1;
        for (int seed = 0; seed < 200; seed++) {
            var bright = painted(set, 1, seed, new Brightness(0.25));
            double added = bright[0] - plain[0];
            var hard = painted(set, 1, seed, new Contrast(0.2));
            double factor = hard[0] / plain[0];
            for (int i = 0; i < plain.length; i++) {
                assertThat((double) bright[i]).isCloseTo(plain[i] + added, offset(1e-5));
                assertThat((double) hard[i]).isCloseTo(plain[i] * factor, offset(1e-4));
            }
            assertThat(factor).isBetween(0.8 - 1e-4, 1.2 + 1e-4);
            least = Math.min(least, added);
            most = Math.max(most, added);
        }
        // Four standard deviations are the span; 200 even draws come within 5 % of both ends with certainty but 1e-2.
        assertThat(least).isBetween(-1.0, -0.95);
        assertThat(most).isBetween(0.95, 1.0);
    }

    @Test
    void cutoutHidesASquareOfThatSide() {
        var set = RandomImages.of(1, new ImageShape(20, 30, 3), Depth.U8);
        var plain = painted(set, 0, 1);
        var areas = new HashSet<Long>();
        for (int seed = 0; seed < 200; seed++) {
            var hidden = painted(set, 0, seed, new Cutout(0.3));
            long area = 0;
            for (int i = 0; i < hidden.length; i++) {
                assertThat(hidden[i] == plain[i] || hidden[i] == 0).isTrue();
                area += hidden[i] == 0 && plain[i] != 0 ? 1 : 0;
            }
            areas.add(area);
            assertThat(area % 3).isZero();
        }
        // A side of 0.3 x 20 = 6 pixels: 36 of them where it lies inside, and never fewer than a corner of 3 x 3.
        assertThat(areas).contains(36L * 3).allMatch(area -> area >= 9 * 3 && area <= 36 * 3);
    }

    @Test
    void noiseHasTheDeviationThatWasAskedFor() {
        var set = RandomImages.of(1, new ImageShape(64, 64, 3), Depth.U16);
        var plain = painted(set, 0, 1);
        var noisy = painted(set, 0, 5, new Noise(0.2));
        var differences = IntStream.range(0, plain.length)
                .mapToDouble(i -> noisy[i] - plain[i])
                .toArray();
        double mean = IntStream.range(0, plain.length)
                .mapToDouble(i -> differences[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, plain.length)
                .mapToDouble(i -> differences[i] * differences[i])
                .average()
                .orElseThrow();
        // 12,288 draws: the mean errs by 0.0018, the deviation by 0.0013; five times that is certain.
        assertThat(mean).isCloseTo(0, offset(0.009));
        assertThat(Math.sqrt(square)).isCloseTo(0.2, offset(0.0065));
        long beyond = IntStream.range(0, plain.length)
                .filter(i -> Math.abs(differences[i]) > 0.4)
                .count();
        assertThat((double) beyond / plain.length).isCloseTo(0.0455, offset(0.01));
    }

    @Test
    void flipsAreHalfOfTheTimeAndCropsReachEveryPlaceAlike() {
        var seen = new int[4];
        var places = new int[25];
        var random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            var map = new PlaceMap(8, 8);
            new Flip(Flip.Direction.BOTH).draw(random, map);
            seen[(map.xx() < 0 ? 1 : 0) + (map.yy() < 0 ? 2 : 0)]++;
            map.reset();
            new Crop(2).draw(random, map);
            places[(int) (5 * (map.y0() + 2) + map.x0() + 2)]++;
        }
        // Five standard deviations of a binomial count.
        assertThat(IntStream.of(seen)).allMatch(count -> Math.abs(count - 5000) < 5 * Math.sqrt(20_000 * 0.25 * 0.75));
        assertThat(IntStream.of(places)).allMatch(count -> Math.abs(count - 800) < 5 * Math.sqrt(20_000 * 0.04 * 0.96));
    }

    @Test
    void everyInstalledChangeChangesPicturesAtTheHighEndOfItsRange() {
        var set = RandomImages.of(2, new ImageShape(16, 16, 3), Depth.U8);
        var plain = painted(set, 0, 1);
        var names = new HashSet<String>();
        for (var change : Augmentations.installed()) {
            assertThat(change.active()).isFalse();
            assertThat(change.parameter().name()).startsWith("augmentation.");
            names.add(change.parameter().name());
            var active = change.with(
                    Configuration.of(java.util.Map.of(change.parameter().name(), highest(change.parameter()))));
            assertThat(active.active()).isTrue();
            if (!Augmentations.of(active).mixes()) {
                assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8)).anySatisfy(seed -> assertThat(painted(set, 0, seed, active))
                        .isNotEqualTo(plain));
            }
        }
        assertThat(names).hasSize(12);
    }

    private static Object highest(Parameter<?> parameter) {
        if (parameter instanceof dev.sweetspot.space.RealParameter real) {
            return real.high();
        }
        return parameter instanceof dev.sweetspot.space.IntegerParameter whole ? whole.high() : "both";
    }

    @Test
    void aConfigurationOfBeforeSaysWhetherToMirror() {
        assertThat(new Flip().with(Configuration.of(java.util.Map.of("augmentation.flip", true))))
                .isEqualTo(new Flip(Flip.Direction.HORIZONTAL));
        assertThat(new Flip().with(Configuration.of(java.util.Map.of("augmentation.flip", false))))
                .isEqualTo(new Flip());
    }
}
