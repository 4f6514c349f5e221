package dev.sweetspot.deep.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.deep.option.Options;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The factors of ten steps and the end against PyTorch 2.13, which printed them with
 *
 * <pre>
 * L.StepLR(o, 4, 0.3)   L.ExponentialLR(o, 0.05 ** 0.1)   L.PolynomialLR(o, 10, 2.0)   L.CosineAnnealingLR(o, 10)
 * L.CosineAnnealingWarmRestarts(o, 5)   L.OneCycleLR(o, 1.0, total_steps=11, pct_start=4/11, cycle_momentum=False)
 * L.ReduceLROnPlateau(o, factor=0.5, patience=1)    # which waits for one epoch more than its patience; Keras does not
 * </pre>
 *
 * and for the time's inverse, which it does not have, against {@code 1 / (1 + p (1 / 0.1 - 1))}.
 */
class ScheduleTest {
    private static Arguments of(Schedule schedule, double... factors) {
        return Arguments.of(schedule, factors);
    }

    static Stream<Arguments> golden() {
        return Stream.of(
                of(new Constant(), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                of(new Step(0.3, 0.4), 1, 1, 1, 1, 0.3, 0.3, 0.3, 0.3, 0.09, 0.09, 0.09),
                of(
                        new Exponential(0.05),
                        1,
                        0.741134449,
                        0.549280272,
                        0.407090532,
                        0.301708817,
                        0.223606798,
                        0.165722701,
                        0.122822803,
                        0.0910282102,
                        0.0674641424,
                        0.05),
                of(new Polynomial(2, 0), 1, 0.81, 0.64, 0.49, 0.36, 0.25, 0.16, 0.09, 0.04, 0.01, 0),
                of(new Polynomial(1, 0.5), 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5),
                of(
                        new InverseTime(0.1),
                        1,
                        1 / 1.9,
                        1 / 2.8,
                        1 / 3.7,
                        1 / 4.6,
                        1 / 5.5,
                        1 / 6.4,
                        1 / 7.3,
                        1 / 8.2,
                        1 / 9.1,
                        0.1),
                of(
                        new Cosine(),
                        1,
                        0.975528258,
                        0.904508497,
                        0.793892626,
                        0.654508497,
                        0.5,
                        0.345491503,
                        0.206107374,
                        0.0954915028,
                        0.0244717419,
                        0),
                of(
                        new CosineRestarts(1),
                        1,
                        0.904508497,
                        0.654508497,
                        0.345491503,
                        0.0954915028,
                        1,
                        0.904508497,
                        0.654508497,
                        0.345491503,
                        0.0954915028,
                        0),
                of(
                        new OneCycle(0.3),
                        0.04,
                        0.28,
                        0.76,
                        1,
                        0.950484632,
                        0.811745654,
                        0.611262022,
                        0.388741978,
                        0.188258346,
                        0.049519368,
                        4e-06));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void itsFactorsAreThoseOfAnotherImplementation(Schedule schedule, double[] factors) {
        for (int i = 0; i < factors.length; i++) {
            assertThat(schedule.factor(i / 10.0, List.of())).as("step %s", i).isCloseTo(factors[i], offset(1e-8));
        }
    }

    @Test
    void thePlateauFallsWhereNothingHasGotBetter() {
        var losses = List.of(1.0, 0.9, 0.91, 0.92, 0.89999, 0.95, 0.5, 0.6, 0.6, 0.4999, 0.7, 0.7);
        var expected = new double[] {1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.0625};
        for (int i = 0; i < expected.length; i++) {
            assertThat(new Plateau(0.5, 2).factor(0.5, losses.subList(0, i)))
                    .as("after %s epochs", i)
                    .isEqualTo(expected[i]);
        }
    }

    @Test
    void everyInstalledScheduleIsCompared() {
        var compared = golden().map(each -> ((Schedule) each.get()[0]).name()).toList();
        assertThat(Options.installed(Schedule.class, "schedule", "").all())
                .hasSize(9)
                .allSatisfy(each -> assertThat(each.followsLosses() || compared.contains(each.name()))
                        .as(each.name())
                        .isTrue());
    }

    @Test
    void aWarmUpRisesEvenlyToWhereTheScheduleBegins() {
        var rate = new Rate(0.1, 0.2, new Cosine());
        assertThat(rate.at(0, List.of())).isCloseTo(0.001, offset(1e-12));
        assertThat(rate.at(0.1, List.of())).isCloseTo(0.05, offset(1e-12));
        assertThat(rate.at(0.2, List.of())).isCloseTo(0.1, offset(1e-12));
        assertThat(rate.at(0.6, List.of())).isCloseTo(0.05, offset(1e-12));
        assertThat(rate.at(1, List.of())).isCloseTo(0, offset(1e-12));
        assertThat(new Rate(0.1, 0.2, new OneCycle(0.3)).at(0.2, List.of())).isCloseTo(0.004, offset(1e-12));
        assertThat(new Rate(0.1, 0.2, new OneCycle(0.3)).at(0.1, List.of())).isCloseTo(0.002, offset(1e-12));
    }
}
