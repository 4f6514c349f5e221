package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final CategoricalParameter<String> KIND = Parameter.categorical("kind", "plain", "deep");
    private static final RealParameter RATE =
            Parameter.real("rate", 1e-4, 1).logarithmic().withDefault(0.01);
    private static final IntegerParameter LAYERS = Parameter.integer("layers", 1, 9);
    private static final SearchSpace SPACE = SearchSpace.of(KIND, RATE).with(LAYERS, Condition.when(KIND, "deep"));

    @Test
    void whatIsNotSaidIsAtItsDefault() {
        assertThat(Completion.complete(SPACE, Map.of("rate", "0.1")))
                .isEqualTo(Configuration.of(Map.of("kind", "plain", "rate", 0.1)));
        assertThat(Completion.complete(SPACE, Map.of("kind", "deep")))
                .isEqualTo(Configuration.of(Map.of("kind", "deep", "rate", 0.01, "layers", 5)));
    }

    @Test
    void whatCannotBeIsRefusedWithItsName() {
        assertThatThrownBy(() -> Completion.complete(SPACE, Map.of("rat", 1))).hasMessageContaining("Maybe rate?");
        assertThatThrownBy(() -> Completion.complete(SPACE, Map.of("rate", 7))).hasMessageContaining("rate = 7");
        assertThatThrownBy(() -> Completion.complete(SPACE, Map.of("layers", 2)))
                .hasMessage("layers = 2: counts only where kind is deep. Maybe say that too?");
        var related = SPACE.with(new Relation.Forbidden(Map.of("kind", "deep", "layers", "2")));
        assertThatThrownBy(() -> Completion.complete(related, Map.of("kind", "deep", "layers", 2)))
                .hasMessageContaining("kind");
    }

    @Test
    void anotherSpacesConfigurationKeepsWhatIsHereToo() {
        var other = Configuration.of(Map.of("kind", "deep", "rate", 0.5, "gone", true));
        assertThat(Completion.translated(SPACE, other))
                .contains(Configuration.of(Map.of("kind", "deep", "rate", 0.5, "layers", 5)));
        assertThat(Completion.translated(SPACE, Configuration.of(Map.of("rate", 5.0))))
                .as("outside the range of now")
                .isEmpty();
        assertThat(Completion.translated(SPACE, Configuration.of(Map.of("kind", "wide"))))
                .as("a choice that is no more")
                .isEmpty();
        assertThat(Completion.translated(SPACE, Configuration.of(Map.of("kind", "plain", "layers", 7))))
                .as("not active here")
                .contains(Configuration.of(Map.of("kind", "plain", "rate", 0.01)));
    }
}
