package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Json;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RestrictionTest {
    private static final CategoricalParameter<String> OPTIMIZER = Parameter.categorical("optimizer", "adam", "sgd");
    private static final SearchSpace WHOLE = SearchSpace.of(OPTIMIZER)
            .with(Parameter.real("momentum", 0, 0.99), Condition.when(OPTIMIZER, "sgd"))
            .with(Parameter.real("learning_rate", 1e-5, 1).logarithmic())
            .with(Parameter.ordinal("batch_size", 16, 32, 64));

    @Test
    void aFixedParentTakesItsImpossibleChildrenWithIt() {
        var space = Restriction.fix(WHOLE, WHOLE, "optimizer", "adam");
        assertThat(space.find("momentum")).isEmpty();
        assertThat(SpaceForms.fromForm(
                        Json.parse(Json.write(SpaceForms.toForm(space)), "t"), SpaceForms.relationsToForm(space)))
                .isEqualTo(space);
    }

    @Test
    void everyDrawHasTheFixedValue() {
        var space = Restriction.fix(WHOLE, WHOLE, "learning_rate", "0.01");
        var drawn = Encoding.of(space).draw(new SplittableRandom(1)).orElseThrow();
        assertThat(drawn.values()).containsEntry("learning_rate", 0.01);
    }

    @Test
    void aRangeOrAListIsSearched() {
        var space = Restriction.search(WHOLE, WHOLE, "learning_rate", "1e-3..1e-2");
        space = Restriction.search(space, WHOLE, "batch_size", "16,64");
        assertThat(space.find("learning_rate").orElseThrow().rangeInWords()).isEqualTo("0.001 to 0.01, log scale");
        assertThat(space.find("batch_size").orElseThrow().rangeInWords()).isEqualTo("16 or 64");
    }

    @Test
    void aRangeMayHaveAScaleOfItsOwn() {
        var space = Restriction.search(WHOLE, WHOLE, "learning_rate", "1e-3..1e-2 linear");
        assertThat(space.find("learning_rate").orElseThrow().rangeInWords()).isEqualTo("0.001 to 0.01");
        assertThatThrownBy(() -> Restriction.search(WHOLE, WHOLE, "learning_rate", "1e-3..1e-2 square"))
                .hasMessage(
                        "learning_rate = 1e-3..1e-2 square: must end with the upper end, or with the word of a scale: "
                                + "linear, log, reverse-log, log-from-zero. Maybe log?");
        assertThatThrownBy(() -> Restriction.search(WHOLE, WHOLE, "momentum", "0..0.5 log"))
                .hasMessage("momentum low = 0: must be above 0 on a logarithmic scale. Maybe 1e-5?");
    }

    @Test
    void aMisspeltNameAndAWrongValueAreAnswered() {
        assertThatThrownBy(() -> Restriction.fix(WHOLE, WHOLE, "learning_rat", "1"))
                .hasMessage("parameter = learning_rat: is not known. Maybe learning_rate?");
        assertThatThrownBy(() -> Restriction.fix(WHOLE, WHOLE, "learning_rate", "5"))
                .hasMessage("learning_rate = 5: must be from 1e-5 to 1. Maybe 1?");
    }
}
