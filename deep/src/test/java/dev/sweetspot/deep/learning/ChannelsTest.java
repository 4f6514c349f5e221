package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.ChannelParameters;
import dev.sweetspot.deep.space.ImageSizes;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.testkit.SampleImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
    private static final Configuration GREY = Configuration.of(Map.of("channels", "grey"));
    private static final Configuration COLOUR = Configuration.of(Map.of("channels", "colour"));

    @TempDir
    Path home;

    private static ImageSizes images(int channels, int... samples) {
        var builder = new ImageSetBuilder(1, new ImageShape(1, samples.length / channels, channels), Depth.U8);
        var bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) samples[i];
        }
        builder.put(0, bytes);
        return new ImageSizes(builder.build(new int[] {0}, List.of("a", "b"), List.of("one")));
    }

    /** 0.299 * 200 + 0.587 * 100 + 0.114 * 50 = 124.2, and 0.114 * 255 = 29.07. */
    @Test
    void greyIsTheBrightnessOfColours() {
        var grey = images(3, 255, 255, 255, 200, 100, 50, 0, 0, 255).of(GREY);

        assertThat(grey.channels()).isEqualTo(1);
        assertThat(grey.pixels().get(0) & 0xff).isEqualTo(255);
        assertThat(grey.pixels().get(1) & 0xff).isEqualTo(124);
        assertThat(grey.pixels().get(2) & 0xff).isEqualTo(29);
    }

    @Test
    void colourOfGreyIsThreeEqualChannelsAndTheOthersStay() {
        var colour = images(1, 7, 200).of(COLOUR);

        assertThat(colour.channels()).isEqualTo(3);
        assertThat(colour.pixels().get(2)).isEqualTo((byte) 7);
        assertThat(colour.pixels().get(5)).isEqualTo((byte) 200);
        assertThat(images(3, 1, 2, 3).of(COLOUR).channels()).isEqualTo(3);
        assertThat(images(1, 1).of(GREY).channels()).isEqualTo(1);
        assertThat(images(2, 1, 2).of(Configuration.empty()).channels()).isEqualTo(2);
    }

    @Test
    void otherChannelsAreRefused() {
        assertThatThrownBy(() -> images(2, 1, 2).of(GREY))
                .hasMessageContaining("channels = grey: is for grey or coloured images, and these have 2 channels");
    }

    @Test
    void aNetworkForGreyImagesHasOneChannel() throws Exception {
        var split = Classifications.load(SampleImages.write(home.resolve("data"), 20, 1));
        var space = split.space(Families.named(List.of("cnn"))).with(ChannelParameters.CHANNELS);
        var standard = Encoding.of(space).defaults().orElseThrow();

        assertThat(((Shape.Image) split.size(standard).input()).channels()).isEqualTo(3);
        var grey = standard.with(ChannelParameters.CHANNELS, "grey");
        assertThat(((Shape.Image) split.size(grey).input()).channels()).isEqualTo(1);
        assertThat(((Shape.Image) split.examples(grey, split.parts().training()).shape()).channels())
                .isEqualTo(1);
    }
}
