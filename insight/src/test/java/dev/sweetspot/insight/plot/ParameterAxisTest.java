package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterAxisTest {
    private static double place(Parameter<?> parameter, Object value) {
        return ParameterAxis.of(parameter).place(Configuration.of(Map.of(parameter.name(), value)));
    }

    @Test
    void numbersLieWhereTheyAreOnTheScaleThatTheyHave() {
        var rate = Parameter.real("rate", 1e-5, 0.1).logarithmic();

        assertThat(ParameterAxis.of(rate).axis())
                .isEqualTo(Axis.Numbers.logarithmic("rate", "").from(1e-5, 0.1));
        assertThat(place(rate, 0.003)).isEqualTo(0.003);
        assertThat(ParameterAxis.of(Parameter.integer("layers", 1, 6)).axis())
                .isEqualTo(Axis.Numbers.linear("layers", "").from(1, 6));
        assertThat(place(Parameter.integer("layers", 1, 6), 4)).isEqualTo(4);
    }

    @Test
    void choicesLieAtThePlaceOfTheirWord() {
        var optimizer = Parameter.categorical("optimizer", "sgd", "adam", "lion");

        assertThat(ParameterAxis.of(optimizer).axis())
                .isEqualTo(new Axis.Words("optimizer", List.of("sgd", "adam", "lion")));
        assertThat(place(optimizer, "adam")).isEqualTo(1);
        assertThat(place(Parameter.ordinal("batch", 16, 32, 64), 64)).isEqualTo(2);
        assertThat(place(Parameter.bool("augment"), true)).isEqualTo(1);
        assertThat(place(Parameter.bool("augment"), false)).isEqualTo(0);
    }

    @Test
    void whatIsSpreadByTheDistanceToItsUpperEndIsDrawnByThatDistance() {
        var momentum = Parameter.real("momentum", 0.5, 0.999).reverseLogarithmic();
        var axis = (Axis.Numbers) ParameterAxis.of(momentum).axis();

        assertThat(axis.name()).isEqualTo("1 - momentum");
        assertThat(axis.scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
        assertThat(axis.range().orElseThrow().low()).isCloseTo(0.001, within(1e-12));
        assertThat(place(momentum, 0.99)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void zeroIsDrawnWhereTheScaleHasAsGoodAsNothingAndTheAxisSaysSo() {
        var decay = Parameter.real("decay", 0, 0.1).logarithmicFromZero();

        assertThat(ParameterAxis.of(decay).axis().name()).isEqualTo("decay (0 drawn at 1e-7)");
        assertThat(place(decay, 0.0)).isCloseTo(1e-7, within(1e-15));
        assertThat(place(decay, 0.01)).isEqualTo(0.01);
    }

    @Test
    void aParameterThatIsNotActiveOrHasOneValueCausesNoTrouble() {
        var x = Parameter.real("x", 2, 2);

        assertThat(ParameterAxis.of(x).place(Configuration.empty())).isNaN();
        assertThat(((Axis.Numbers) ParameterAxis.of(x).axis()).range()).isEmpty();
    }
}
