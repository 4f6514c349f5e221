package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.form.InvalidInputException;
import org.junit.jupiter.api.Test;

class ParameterTest {
    @Test
    void aValueOutsideTheRangeIsAnsweredWithTheRange() {
        var rate = Parameter.real("learning_rate", 1e-5, 1).logarithmic();
        assertThatThrownBy(() -> rate.check("0"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("learning_rate = 0: must be from 1e-5 to 1. Maybe 1e-5?");
    }

    @Test
    void aLogarithmicRangeHasItsDefaultInTheMiddleOfTheScale() {
        assertThat(Parameter.real("r", 1e-4, 1e-2).logarithmic().defaultValue()).isCloseTo(1e-3, offset(1e-12));
    }

    @Test
    void aNumberWithAStepSnapsToItsGrid() {
        var dropout = Parameter.real("dropout", 0, 0.7).withStep(0.1);
        assertThat(dropout.check(0.33)).isCloseTo(0.3, offset(1e-12));
        assertThat(dropout.check(0.7)).isEqualTo(0.7);
        assertThat(Parameter.integer("units", 8, 63).withStep(8).check(63)).isEqualTo(56);
    }

    @Test
    void aWholeNumberRefusesAFraction() {
        assertThatThrownBy(() -> Parameter.integer("layers", 0, 6).check(2.5))
                .hasMessage("layers = 2.5: must be a whole number from 0 to 6. Maybe 2?");
    }

    @Test
    void anUnknownChoiceIsAnsweredWithTheChoices() {
        assertThatThrownBy(() -> Parameter.categorical("optimizer", "sgd", "adam", "adamw")
                        .check("adm"))
                .hasMessage("optimizer = \"adm\": must be sgd, adam or adamw. Maybe adam?");
    }

    @Test
    void anOrdinalFindsItsValueByItsLabel() {
        var batch = Parameter.ordinal("batch_size", 16, 32, 64);
        assertThat(batch.check("32")).isEqualTo(32);
        assertThat(batch.indexOf(64)).isEqualTo(2);
    }

    @Test
    void aNameWithASpaceIsRefused() {
        assertThatThrownBy(() -> Parameter.bool("two words")).hasMessageContaining("must start with a letter");
    }
}
