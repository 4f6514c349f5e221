package dev.sweetspot.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatedDefaultTest {
    private static Optional<Configuration> of(Parameter<?>... parameters) {
        return StatedDefault.of(Encoding.of(SearchSpace.of(parameters)));
    }

    @Test
    void theMiddleOfEveryRangeIsNobodysChoice() {
        assertThat(of(Parameter.real("x", -5, 10), Parameter.integer("k", 1, 8), Parameter.categorical("c", "a", "b")))
                .isEmpty();
        assertThat(of(Parameter.real("rate", 1e-5, 1).logarithmic())).isEmpty();
        assertThat(of(Parameter.integer("batch", 16, 512).logarithmic())).isEmpty();
        assertThat(of(Parameter.integer("units", 64, 1024).logarithmic())).isEmpty();
        assertThat(of(Parameter.integer("layers", 1, 4))).isEmpty();
    }

    @Test
    void aDefaultElsewhereIs() {
        var rate = Parameter.real("rate", 1e-5, 1).logarithmic().withDefault(1e-3);
        assertThat(of(Parameter.real("x", -5, 10), rate).orElseThrow().get(rate))
                .isEqualTo(1e-3);
    }

    @Test
    void ofChoicesAloneTheFirstOnesAreTaken() {
        assertThat(of(Parameter.categorical("c", "a", "b"))).contains(Configuration.of(Map.of("c", "a")));
    }
}
