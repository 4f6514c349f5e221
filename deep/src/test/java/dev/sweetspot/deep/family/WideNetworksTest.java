package dev.sweetspot.deep.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The widest of all that can be set: what it needs is known before any of it is made. */
class WideNetworksTest {
    private static final ModelFamily.DataSize DATA = new ModelFamily.DataSize(new Shape.Image(64, 64, 3), 1000, 10);

    private static Network widest(String family, int depth) {
        var whole = Families.space(Families.named(List.of(family)), DATA);
        var space = Restriction.fix(whole, whole, "filters", "512");
        space = Restriction.fix(space, whole, "blocks", "5");
        if (whole.find("depth").isPresent()) {
            space = Restriction.fix(space, whole, "depth", Integer.toString(depth));
        }
        var configuration = Encoding.of(space).defaults().orElseThrow();
        return Families.of(configuration).network(configuration, DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "convnext", "resnet", "vgg"})
    void fiveHundredAndTwelveFiltersAndTheirMemoryArePredicted(String family) {
        var network = widest(family, 4);
        long numbers = network.parameterCount();

        assertThat(numbers).isEqualTo(Weights.count(network)).isGreaterThan(30_000_000);
        // Weights, gradients and two memories of an optimiser, and 32 images on their way beside.
        assertThat(network.trainingBytes(32, 2, Float.BYTES)).isGreaterThan(16 * numbers);
    }

    /** The first stage of five has 512, and the last 8192: each block there has two kernels of 9 x 8192 x 8192. */
    @Test
    void moreNumbersThanOneArrayHoldsAreRefused() {
        var network = widest("resnet", 4);

        assertThat(network.parameterCount()).isGreaterThan(7L * 9 * 8192 * 8192);
        assertThatThrownBy(() -> Weights.initial(network, new SplittableRandom(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("parameters = " + network.parameterCount())
                .hasMessageContaining("fewer filters");
    }
}
