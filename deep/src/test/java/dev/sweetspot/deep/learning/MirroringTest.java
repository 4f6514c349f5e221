package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.study.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** On letters that are drawn here, at places of their own and with noise. */
class MirroringTest {
    /** Five by five; what is drawn in each class. */
    private static final List<String> ONE_ANOTHER_MIRRORED = List.of(
            "#...." + "#...." + "####." + "#...#" + "####.", //
            "....#" + "....#" + ".####" + "#...#" + ".####");

    private static final List<String> SYMMETRIC =
            List.of("#####" + "..#.." + "..#.." + "..#.." + "..#..", "#...#" + "#...#" + "#...#" + "#...#" + "#####");

    /** An L and a full square: a mirrored L is still more like an L. */
    private static final List<String> WITHOUT_A_TWIN =
            List.of("#...." + "#...." + "#...." + "#...." + "#####", "#####" + "#####" + "#####" + "#####" + "#####");

    private static final int SIDE = 16;

    private static ImageSet images(List<String> letters, int count, long seed, Depth depth, int channels) {
        var random = new SplittableRandom(seed);
        var builder = new ImageSetBuilder(count, new ImageShape(SIDE, SIDE + 3, channels), depth);
        var labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % letters.size();
            var letter = letters.get(labels[i]);
            int top = random.nextInt(3);
            int left = random.nextInt(3);
            var bytes = new byte[SIDE * (SIDE + 3) * channels];
            var shorts = new short[bytes.length];
            int at = 0;
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE + 3; x++) {
                    int row = (y - top) / 3;
                    int column = (x - 1 - left) / 3;
                    boolean ink =
                            y >= top && x > left && row < 5 && column < 5 && letter.charAt(5 * row + column) == '#';
                    for (int c = 0; c < channels; c++) {
                        int value = random.nextInt(60) + (ink ? 150 : 0);
                        bytes[at] = (byte) value;
                        shorts[at++] = (short) (256 * value);
                    }
                }
            }
            if (depth == Depth.U8) {
                builder.put(i, bytes);
            } else {
                builder.put(i, shorts);
            }
        }
        var names = IntStream.range(0, count)
                .mapToObj(i -> String.format("%06d", i))
                .toList();
        return builder.build(labels, List.of("first", "second"), names);
    }

    private static Mirroring of(ImageSet set) {
        return Mirroring.of(set, IntStream.range(0, set.size()).toArray());
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void lettersThatBecomeOneAnotherAreFound(Depth depth) {
        var found = of(images(ONE_ANOTHER_MIRRORED, 200, 1, depth, 2));

        assertThat(found.recognised()).isGreaterThan(0.95);
        assertThat(found.mirrored()).isLessThan(0.1);
        assertThat(found.changesClasses()).isTrue();
    }

    @Test
    void lettersThatStayWhatTheyAreMayBeMirrored() {
        for (var letters : List.of(SYMMETRIC, WITHOUT_A_TWIN)) {
            var found = of(images(letters, 200, 1, Depth.U8, 1));
            assertThat(found.recognised()).isGreaterThan(0.95);
            assertThat(found.mirrored()).isGreaterThan(0.9);
            assertThat(found.changesClasses()).isFalse();
        }
    }

    @Test
    void labelsThatSayNothingSayNothingOfMirrors() {
        int said = 0;
        for (int seed = 0; seed < 60; seed++) {
            var blank = ".".repeat(25);
            said += of(images(List.of(blank, blank), 60, seed, Depth.U8, 1)).changesClasses() ? 1 : 0;
        }
        // Two standard errors are passed by chance in fewer than 3 of 100; then 8 of 60 in one of a thousand runs.
        assertThat(said).isLessThan(8);
    }

    /** Against distances that are computed one by one, in doubles. */
    @Test
    void neighboursAreTheNearest() {
        var random = new SplittableRandom(4);
        var points = new float[50][7];
        for (var point : points) {
            for (int k = 0; k < point.length; k++) {
                point[k] = (float) random.nextGaussian();
            }
        }
        var neighbours = new Neighbours(points);
        for (int i = 0; i < points.length; i++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int p = 0; p < points.length; p++) {
                double distance = 0;
                for (int k = 0; k < 7; k++) {
                    distance += Math.pow((double) points[p][k] - points[i][k], 2);
                }
                if (p != i && distance < least) {
                    least = distance;
                    best = p;
                }
            }
            assertThat(neighbours.nearest(points[i], i)).isEqualTo(best);
        }
    }

    @ParameterizedTest
    @CsvSource({"16, 19", "5, 40", "1, 1", "300, 100"})
    void aMirroredThumbnailIsThatOfTheMirroredImage(int height, int width) {
        var random = new SplittableRandom(5);
        var builder = new ImageSetBuilder(2, new ImageShape(height, width, 3), Depth.U8);
        var image = new byte[height * width * 3];
        var mirrored = new byte[image.length];
        random.nextBytes(image);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                System.arraycopy(image, (y * width + x) * 3, mirrored, (y * width + width - 1 - x) * 3, 3);
            }
        }
        builder.put(0, image);
        builder.put(1, mirrored);
        var thumbnails = new Thumbnails(builder.build(new int[] {0, 1}, List.of("a", "b"), List.of("0", "1")));

        assertThat(thumbnails.of(0, true)).isEqualTo(thumbnails.of(1, false));
        assertThat(thumbnails.of(1, true)).isEqualTo(thumbnails.of(0, false));
        assertThat(thumbnails.length()).isEqualTo(Math.min(8, height) * Math.min(8, width) * 3);
    }

    private static SplitImages split(ImageSet set) {
        var given = GivenParts.none(set.size());
        var parts = new Splitter().split(set, given, Seeds.generator(3));
        return SplitImages.of(new Loaded<>(set, given, List.of(), List.of()), parts);
    }

    @Test
    void nothingIsMirroredByDefaultWhereItWouldChangeClasses() {
        var data = split(images(ONE_ANOTHER_MIRRORED, 200, 1, Depth.U8, 1));
        var usual = data.space(Families.able(data.size().input()));
        var hints = data.hints();

        assertThat(hints).singleElement().satisfies(hint -> {
            assertThat(hint.changes(usual)).isTrue();
            assertThat(hint.reason())
                    .startsWith(
                            "Images are not mirrored while training, because they would look like other classes: of 1")
                    .endsWith("--set augmentation.flip=horizontal");
        });
        var whole = Hint.standards(hints, usual);
        var suggested = Suggested.ranges(whole, whole, hints);
        for (var space : List.of(whole, suggested)) {
            assertThat(Encoding.of(space).defaults().orElseThrow().values()).containsEntry("augmentation.flip", "none");
        }
        assertThat(Restriction.labels(suggested.find("augmentation.flip").orElseThrow()))
                .containsExactly("none");

        // Who asks for it gets it.
        var asked = Restriction.fix(whole, whole, "augmentation.flip", "horizontal");
        var kept = Suggested.ranges(asked, whole, hints);
        assertThat(Encoding.of(kept).defaults().orElseThrow().values())
                .containsEntry("augmentation.flip", "horizontal");
    }

    @Test
    void theUsualStaysWhereItWouldNot() {
        assertThat(split(images(SYMMETRIC, 200, 1, Depth.U8, 1)).hints()).isEmpty();
    }
}
