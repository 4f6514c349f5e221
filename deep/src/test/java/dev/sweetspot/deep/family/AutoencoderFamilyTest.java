package dev.sweetspot.deep.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Repeat;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutoencoderFamilyTest {
    @ParameterizedTest
    @CsvSource({"28,28,1", "32,32,3", "9,9,1", "33,31,2", "24,30,3", "15,16,1", "4,4,1", "50,64,4", "24,48,3", "17,63,1"
    })
    void imagesOfEverySizeAreMadeAgainInTheirOwn(int height, int width, int channels) {
        var family = new AutoencoderFamily();
        var data = new ModelFamily.DataSize(new Shape.Image(height, width, channels), 500, height * width * channels);
        var space = Families.space(List.of(family), data, Task.Kind.RECONSTRUCTION);
        int most = ImageParameters.blocks(data).high();
        for (int blocks = 1; blocks <= most; blocks++) {
            for (var upsampling : List.of("transposed", "nearest")) {
                var fixed = Restriction.fix(space, space, "blocks", Integer.toString(blocks));
                fixed = Restriction.fix(fixed, space, "upsampling", upsampling);
                var configuration = Encoding.of(fixed).defaults().orElseThrow();
                assertThat(family.network(configuration, data).output())
                        .isEqualTo(new Shape.Row(height * width * channels));
            }
        }
    }

    @Test
    void theBottleneckIsTheNarrowestLayerAndFollowsTheData() {
        var family = new DenseAutoencoderFamily();
        var data = new ModelFamily.DataSize(new Shape.Row(30), 500, 30);
        var space = Families.space(List.of(family), data, Task.Kind.RECONSTRUCTION);
        var fixed = Restriction.fix(Restriction.fix(space, space, "layers", "4"), space, "units", "32");
        var network = family.network(Encoding.of(fixed).defaults().orElseThrow(), data);
        assertThat(network.layers().stream().filter(Dense.class::isInstance).map(layer -> ((Dense) layer).units()))
                .containsExactly(32, 16, 8, 8, 8, 8, 8, 16, 32, 30);

        assertThat(latent(new Shape.Row(3), 500)).isEqualTo(1);
        assertThat(latent(new Shape.Row(13), 500)).isEqualTo(4);
        assertThat(latent(new Shape.Image(28, 28, 1), 50_000)).isEqualTo(32);
        assertThat(latent(new Shape.Image(28, 28, 1), 500)).isEqualTo(16);
        assertThat(latent(new Shape.Image(256, 256, 3), 50_000)).isEqualTo(128);
    }

    /** The bottleneck alone leads from what reads a series to what writes it. */
    @ParameterizedTest
    @ValueSource(strings = {"lstm_autoencoder", "gru_autoencoder"})
    void aSeriesIsWrittenAgainFromTheBottleneckAlone(String name) {
        var family = Families.named(List.of(name)).get(0);
        var data = new ModelFamily.DataSize(new Shape.Sequence(29, 12), 240, 29 * 12, false);
        var space = Families.space(List.of(family), data, Task.Kind.RECONSTRUCTION);
        var fixed = Restriction.fix(Restriction.fix(space, space, "layers", "2"), space, "latent", "8");
        var network = family.network(Encoding.of(fixed).defaults().orElseThrow(), data);
        assertThat(network.output()).isEqualTo(new Shape.Row(29 * 12));
        var kinds = network.layers().stream().map(Layer::kind).toList();
        int narrow = kinds.indexOf("repeat");
        assertThat(network.shapes().get(narrow)).isEqualTo(new Shape.Row(8));
        assertThat(network.layers().get(narrow)).isEqualTo(new Repeat(29));
        var word = name.substring(0, name.indexOf('_'));
        assertThat(kinds.subList(0, narrow).stream().filter(word::equals)).hasSize(2);
        assertThat(kinds.subList(narrow, kinds.size()).stream().filter(word::equals))
                .hasSize(2);
        assertThat(family.takes(new Shape.Row(9))).isFalse();
        assertThat(family.takes(new Shape.Image(9, 9, 1))).isFalse();
    }

    private static int latent(Shape shape, int examples) {
        var data = new ModelFamily.DataSize(shape, examples, shape.size());
        return BottleneckParameters.latent(data).defaultValue();
    }

    @Test
    void nothingIsSparedByDefaultOfWhatPassesTheBottleneck() {
        var data = new ModelFamily.DataSize(new Shape.Row(30), 500, 30);
        var space = Families.space(Families.installed(), data, Task.Kind.RECONSTRUCTION);
        assertThat(space.find("family").orElseThrow().rangeInWords()).isEqualTo("dense_autoencoder");
        assertThat(Encoding.of(space).defaults().orElseThrow().get(NetworkParameters.DROPOUT))
                .isZero();
    }
}
