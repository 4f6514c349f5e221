package dev.sweetspot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.InvalidInputException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageSetTest {
    private static final ImageShape TWO = new ImageShape(1, 2, 1);

    private static ImageSet set(String firstName, int firstLabel, byte... samples) {
        var builder = new ImageSetBuilder(2, TWO, Depth.U8);
        builder.put(1, new byte[] {samples[2], samples[3]});
        builder.put(0, new byte[] {samples[0], samples[1]});
        return builder.build(new int[] {firstLabel, 1}, List.of("x", "y"), List.of(firstName, "b"));
    }

    @Test
    void theHashChangesWithContentNamesAndLabelsAndWithNothingElse() {
        var set = set("a", 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        assertThat(set.hash())
                .hasSize(64)
                .isEqualTo(set("a", 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4).hash())
                .isNotEqualTo(
                        set("a", 0, (byte) 1, (byte) 2, (byte) 3, (byte) 5).hash())
                .isNotEqualTo(
                        set("aa", 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4).hash())
                .isNotEqualTo(
                        set("a", 1, (byte) 1, (byte) 2, (byte) 3, (byte) 4).hash());
    }

    @Test
    void aMarkIsPartOfTheHashAndStaysWithAnotherTask() {
        var set = set("a", 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        assertThat(set.marked("").hash()).isEqualTo(set.hash());
        assertThat(set.marked("test training").hash())
                .isNotEqualTo(set.hash())
                .isNotEqualTo(set.marked("training test").hash());
        var blind = new Task.Reconstruction(2);
        assertThat(set.marked("x").with(blind).hash())
                .isNotEqualTo(set.with(blind).hash());
    }

    @Test
    void theHashOf16BitsIsTheSameOnEveryMachine() {
        var builder = new ImageSetBuilder(1, TWO, Depth.U16);
        builder.put(0, new short[] {0x0102, (short) 0xfffe});
        var set = builder.buildUnlabelled(List.of("a"));
        // python3: hashlib.sha256(bytes([0x02, 0x01, 0xfe, 0xff])).hexdigest()[:8]
        assertThat(HexFormat.of().formatHex(set.digest(0))).startsWith("13ce6710");
        assertThat(set.pixels().getShort(2) & 0xffff).isEqualTo(0xfffe);
        assertThat(set.labelled()).isFalse();
    }

    @Test
    void pixelsCannotBeWrittenAndEachReaderHasItsOwnPlace() {
        var set = set("a", 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
        var pixels = set.pixels();
        assertThat(pixels.isReadOnly()).isTrue();
        assertThat(pixels.isDirect()).isTrue();
        assertThat(pixels.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(pixels.get()).isEqualTo((byte) 1);
        assertThat(set.pixels().position()).isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheSizeAndAWayOut() {
        assertThatThrownBy(() -> new ImageSetBuilder(60_000, new ImageShape(256, 256, 3), Depth.U8))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "data = 60,000 images of 256 x 256 x 3: need 11.0 GiB, and one data set holds at most 2 GiB "
                                + "of decoded images. Maybe a smaller input size, 104 or less?");
    }

    @Test
    void statisticsAreThoseOfTheImagesAskedFor() {
        var set = set("a", 0, (byte) 0, (byte) 255, (byte) 200, (byte) 201);
        var one = ChannelStatistics.of(set, new int[] {0});
        assertThat(one.mean(0)).isEqualTo(127.5);
        assertThat(one.sd(0)).isEqualTo(127.5);
        var both = ChannelStatistics.of(set, new int[] {0, 1});
        // numpy: a = [0, 255, 200, 201]; a.mean() = 164.0
        assertThat(both.mean(0)).isEqualTo(164);
        assertThat(both.sd(0)).isCloseTo(Math.sqrt((164 * 164 + 91 * 91 + 36 * 36 + 37 * 37) / 4.0), within(1e-12));
    }

    @Test
    void statisticsOf16BitsAreExactPerChannel() {
        var builder = new ImageSetBuilder(1, new ImageShape(2, 1, 2), Depth.U16);
        builder.put(0, new short[] {(short) 65535, 7, (short) 65533, 7});
        var statistics = ChannelStatistics.of(builder.buildUnlabelled(List.of("a")), new int[] {0});
        assertThat(statistics.mean(0)).isEqualTo(65534);
        assertThat(statistics.sd(0)).isEqualTo(1);
        assertThat(statistics.sd(1)).isZero();
    }

    @Test
    void partsShareNoImage() {
        assertThatThrownBy(() -> new Parts(new int[] {1, 2}, new int[] {2}, new int[0]))
                .isInstanceOf(IllegalArgumentException.class);
        var parts = new Parts(new int[] {4, 1}, new int[] {2}, new int[] {3});
        assertThat(parts.trainingAndValidation()).containsExactly(1, 2, 4);
        parts.training()[0] = 99;
        assertThat(parts.training()).containsExactly(1, 4);
    }
}
