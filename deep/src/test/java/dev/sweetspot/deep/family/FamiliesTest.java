package dev.sweetspot.deep.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Dropout;
import dev.sweetspot.deep.network.layer.GroupNorm;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.LayerNorm;
import dev.sweetspot.deep.network.layer.Noise;
import dev.sweetspot.deep.network.layer.Residual;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {
    private static final ModelFamily.DataSize IMAGES = new ModelFamily.DataSize(new Shape.Image(32, 32, 3), 5000, 10);

    private static final ModelFamily.DataSize SEQUENCES = new ModelFamily.DataSize(new Shape.Sequence(40, 3), 5000, 4);

    /** Those that predict; what draws is tried in GenerationTest. */
    private static List<ModelFamily> families() {
        return Families.installed().stream()
                .filter(family -> family.tasks().contains(Task.Kind.CLASSIFICATION)
                        || family.tasks().contains(Task.Kind.RECONSTRUCTION))
                .toList();
    }

    private static Task.Kind task(ModelFamily family) {
        return family.tasks().contains(Task.Kind.CLASSIFICATION) ? Task.Kind.CLASSIFICATION : Task.Kind.RECONSTRUCTION;
    }

    private static ModelFamily.DataSize data(ModelFamily family) {
        return family.takes(IMAGES.input()) ? IMAGES : SEQUENCES;
    }

    private static SearchSpace space(ModelFamily family) {
        return Families.space(List.of(family), data(family), task(family));
    }

    private static Network network(ModelFamily family, Map<String, String> settings) {
        var space = space(family);
        for (var setting : settings.entrySet()) {
            space = Restriction.fix(space, space(family), setting.getKey(), setting.getValue());
        }
        return family.network(configuration(space), data(family));
    }

    private static Configuration configuration(SearchSpace space) {
        return Encoding.of(space).defaults().orElseThrow();
    }

    private static ModelFamily family(String name) {
        return Families.named(List.of(name)).get(0);
    }

    static Stream<Arguments> parameters() {
        return families().stream().flatMap(family -> space(family).parameters().stream()
                .filter(parameter -> !parameter.name().equals("family"))
                .map(parameter -> Arguments.of(family.name(), parameter)));
    }

    private static List<String> values(Parameter<?> parameter) {
        if (parameter instanceof RealParameter real) {
            return List.of(
                    Double.toString(real.low()),
                    Double.toString((real.low() + real.high()) / 2),
                    Double.toString(real.high()));
        }
        if (parameter instanceof IntegerParameter whole) {
            return IntStream.rangeClosed(whole.low(), whole.high())
                    .mapToObj(Integer::toString)
                    .toList();
        }
        if (parameter instanceof BooleanParameter) {
            return List.of("false", "true");
        }
        return (parameter instanceof OrdinalParameter<?> ordinal
                        ? ordinal.choices().stream().map(Choice::label)
                        : ((CategoricalParameter<?>) parameter)
                                .choices().stream().map(Choice::label))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyValueOfEveryParameterGivesANetworkOfItsOwn(String family, Parameter<?> parameter) {
        var networks = new ArrayList<Network>();
        for (var value : values(parameter)) {
            // Three layers tell every shape of a perceptron from every other.
            var settings = parameter.name().equals("shape")
                    ? Map.of("layers", "3", parameter.name(), value)
                    : Map.of(parameter.name(), value);
            networks.add(network(family(family), settings));
        }
        assertThat(networks).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyFamilyIsExplainedAndDescribesItsNetworks(ModelFamily family) {
        assertThat(family.help()).endsWith(".").hasSizeGreaterThan(20);
        assertThat(family.inWords(configuration(space(family)))).hasSizeGreaterThan(20);
    }

    private static Stream<Layer> all(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> Stream.concat(
                        Stream.of(layer), layer.parts().values().stream().flatMap(FamiliesTest::all)));
    }

    private static long count(Network network, Class<? extends Layer> kind) {
        return all(network.layers()).filter(kind::isInstance).count();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cnn",
                "mlp",
                "vgg",
                "resnet",
                "mobilenet",
                "convnext",
                "cnn1d",
                "lstm",
                "gru",
                "autoencoder",
                "dense_autoencoder",
                "lstm_autoencoder",
                "gru_autoencoder"
            })
    void everyNormalisationIsInEveryFamily(String name) {
        var family = family(name);
        assertThat(count(network(family, Map.of("normalization", "batch")), BatchNorm.class))
                .isPositive();
        assertThat(count(network(family, Map.of("normalization", "layer")), LayerNorm.class))
                .isPositive();
        assertThat(count(network(family, Map.of("normalization", "group")), GroupNorm.class))
                .isPositive();
        var none = network(family, Map.of("normalization", "none"));
        assertThat(Stream.of(BatchNorm.class, LayerNorm.class, GroupNorm.class).mapToLong(kind -> count(none, kind)))
                .containsOnly(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cnn",
                "mlp",
                "vgg",
                "resnet",
                "mobilenet",
                "convnext",
                "cnn1d",
                "autoencoder",
                "dense_autoencoder"
            })
    void whatIsInsideFollowsTheConfiguration(String name) {
        var family = family(name);
        assertThat(all(network(family, Map.of("activation", "mish")).layers())
                        .filter(Activation.class::isInstance)
                        .map(layer -> ((Activation) layer).function().word()))
                .isNotEmpty()
                .containsOnly("mish");
        assertThat(all(network(family, Map.of("dropout", "0.4")).layers())
                        .filter(Dropout.class::isInstance)
                        .map(layer -> ((Dropout) layer).rate()))
                .isNotEmpty()
                .containsOnly(0.4);
        assertThat(network(family, Map.of("noise", "0.2")).layers().get(0)).isEqualTo(new Noise(0.2));
        assertThat(count(network(family, Map.of("noise", "0")), Noise.class)).isZero();
        assertThat(network(family, Map.of("initializer", "orthogonal"))
                        .initializer()
                        .name())
                .isEqualTo("orthogonal");
    }

    @Test
    void shapesOfPerceptronsHaveTheirWidths() {
        var widths = Map.of(
                "funnel", List.of(128, 64, 32, 16, 8),
                "fixed", List.of(128, 128, 128, 128, 128),
                "pyramid", List.of(8, 16, 32, 64, 128),
                "hourglass", List.of(128, 64, 32, 64, 128));
        widths.forEach((shape, expected) -> {
            var network = network(family("mlp"), Map.of("layers", "5", "units", "128", "shape", shape));
            var units = network.layers().stream()
                    .filter(Dense.class::isInstance)
                    .map(layer -> ((Dense) layer).units())
                    .toList();
            assertThat(units.subList(0, 5)).as(shape).isEqualTo(expected);
            assertThat(units.get(5)).isEqualTo(10);
        });
        assertThat(network(family("mlp"), Map.of("layers", "0")).parameterCount())
                .isEqualTo(3072 * 10 + 10);
    }

    /**
     * PyTorch 2.13, {@code nn.Sequential} of a convolution of 32 filters and blocks (32, 32, 1), (32, 64, 2), (64, 128, 2) of two
     * convolutions of 3 x 3 with norms, and of 1 x 1 in the shortcuts with strides: the sum of {@code p.numel()} is 308,650.
     */
    @Test
    void oneBlockAStageIsResNet8() {
        var network = network(family("resnet"), Map.of("depth", "1", "blocks", "3", "filters", "32"));
        assertThat(network.parameterCount()).isEqualTo(308_650);
        // 1 + 2 blocks x 3 stages x 3 blocks + 1 layers with 16 filters: the 0.27 million of He et al. 2016, table 6,
        // and the
        // shortcuts of 1 x 1 (2,560 + 192), which theirs do without.
        var twenty = network(family("resnet"), Map.of("depth", "3", "blocks", "3", "filters", "16"));
        assertThat(twenty.parameterCount()).isEqualTo(269_722 + 2_752);
    }

    @Test
    void blocksAreSkippedTheMoreTheLaterTheyCome() {
        for (var name : List.of("resnet", "convnext", "mobilenet")) {
            var skips = all(network(family(name), Map.of("depth", "4", "blocks", "1", "stochastic_depth", "0.4"))
                            .layers())
                    .filter(Residual.class::isInstance)
                    .map(layer -> ((Residual) layer).skip())
                    .toList();
            assertThat(skips).hasSize(4);
            for (int i = 0; i < 4; i++) {
                assertThat(skips.get(i)).isCloseTo(0.1 * (i + 1), within(1e-12));
            }
        }
    }

    @Test
    void widthsAreMultiplesOfEightAsInTheReference() {
        // _make_divisible of torchvision 0.28: 16 x 0.5, 16 x 0.75, 24 x 0.5, 32 x 1.4, 96 x 0.75.
        assertThat(MobileNetFamily.filters(16, 0.5)).isEqualTo(8);
        assertThat(MobileNetFamily.filters(16, 0.75)).isEqualTo(16);
        assertThat(MobileNetFamily.filters(24, 0.5)).isEqualTo(16);
        assertThat(MobileNetFamily.filters(32, 1.4)).isEqualTo(48);
        assertThat(MobileNetFamily.filters(96, 0.75)).isEqualTo(72);
    }

    @Test
    void whatHasNoEffectIsNotThere() {
        var space = space(family("mlp"));
        var linear = configuration(Restriction.fix(space, space, "layers", "0"));
        assertThat(linear.find(MlpFamily.UNITS)).isEmpty();
        var one = configuration(Restriction.fix(space, space, "layers", "1"));
        assertThat(one.find(MlpFamily.UNITS)).isPresent();
        assertThat(one.find(MlpFamily.SHAPE)).isEmpty();
    }

    @Test
    void defaultsFollowTheData() {
        var few = new ModelFamily.DataSize(new Shape.Row(10), 300, 2);
        var many = new ModelFamily.DataSize(new Shape.Row(10), 30_000, 2);
        assertThat(units(few)).isEqualTo(64);
        assertThat(units(many)).isEqualTo(256);
        assertThat(ImageParameters.depth(IMAGES).defaultValue()).isEqualTo(1);
        assertThat(ImageParameters.depth(new ModelFamily.DataSize(IMAGES.input(), 50_000, 10))
                        .defaultValue())
                .isEqualTo(2);
        assertThat(ImageParameters.blocks(new ModelFamily.DataSize(new Shape.Image(9, 9, 1), 50, 2))
                        .high())
                .isEqualTo(2);
    }

    private static int units(ModelFamily.DataSize data) {
        var family = family("mlp");
        return configuration(Families.space(List.of(family), data)).get(MlpFamily.UNITS);
    }

    private static String usual(ModelFamily.DataSize data) {
        return Families.usual(Families.space(families(), data))
                .find("family")
                .orElseThrow()
                .rangeInWords();
    }

    @Test
    void theUsualFamiliesAreTriedWhereNobodyNamesAny() {
        assertThat(usual(IMAGES)).isEqualTo("cnn or mlp");
        assertThat(usual(SEQUENCES)).isEqualTo("cnn1d, lstm or mlp");
    }

    @Test
    void aPerceptronSeesSeriesOfOneLengthAsOneRowAndTakesNoOthers() {
        var space = Families.space(List.of(family("mlp")), SEQUENCES);
        space = Restriction.fix(space, space, "layers", "2");
        space = Restriction.fix(space, space, "units", "16");
        assertThat(family("mlp").network(configuration(space), SEQUENCES).parameterCount())
                // Each of the two norms has a scale and a shift for each of 16 units.
                .isEqualTo((120 * 16 + 16) + (16 * 16 + 16) + 2 * 32 + (16 * 4 + 4));

        var uneven = new ModelFamily.DataSize(SEQUENCES.input(), 5000, 4, false);
        var large = new ModelFamily.DataSize(new Shape.Sequence(1025, 4), 5000, 4);
        for (var data : List.of(uneven, large)) {
            assertThat(usual(data)).isEqualTo("cnn1d or lstm");
            var whole = Families.space(families(), data);
            assertThatThrownBy(() -> Families.only(whole, List.of("mlp"), data, Task.Kind.CLASSIFICATION))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(data.oneLength() ? "at most 4096 numbers" : "of one length")
                    .hasMessageContaining("Maybe cnn1d, gru, lstm?");
        }
        var most = new ModelFamily.DataSize(new Shape.Sequence(1024, 4), 5000, 4);
        assertThat(usual(most)).isEqualTo("cnn1d, lstm or mlp");
    }

    @Test
    void oneStudyMayChooseAmongAllFamiliesForSeries() {
        var space = Families.space(families(), SEQUENCES);
        var random = new SplittableRandom(4);
        var drawn = new HashSet<String>();
        for (int i = 0; i < 60; i++) {
            var configuration = Encoding.of(space).draw(random).orElseThrow();
            var network = Families.of(configuration).network(configuration, SEQUENCES);
            assertThat(network.outputs()).isEqualTo(4);
            drawn.add(Families.of(configuration).name());
        }
        assertThat(drawn).containsExactlyInAnyOrder("cnn1d", "gru", "lstm", "mlp");
    }

    @Test
    void drawsOfTheWholeSpaceHaveWeightsOfFiniteSize() {
        var space = Families.space(families(), IMAGES);
        var random = new SplittableRandom(2);
        for (int i = 0; i < 30; i++) {
            var configuration = Encoding.of(space).draw(random).orElseThrow();
            var network = Families.of(configuration).network(configuration, IMAGES);
            if (network.parameterCount() < 300_000) {
                var values = Weights.initial(network, random);
                for (float value : values) {
                    assertThat(Float.isFinite(value)).isTrue();
                }
            }
        }
    }
}
