package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The pictures of what matters, alone and in pairs. */
class ImportancePlotTest {
    private interface Truth {
        double at(double x, double y);
    }

    private static HandmadeStudy study(int trials, Truth truth) {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("nothing", 0, 1), Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)),
                Objective.minimize("loss"));
        var random = new SplittableRandom(7);
        for (int i = 0; i < trials; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            study.complete(
                    Map.of("nothing", random.nextDouble(), "x", x, "y", y), Measurements.of("loss", truth.at(x, y)));
        }
        return study;
    }

    private static List<String> words(Panel.Plane plane) {
        return ((Axis.Words) plane.y()).words();
    }

    @Test
    void theBarsOfASumAreTheSharesOfItsVarianceTheLargestFirst() {
        var chart =
                Seen.chart(new ImportancePlot(), study(400, (x, y) -> 3 * x + y).studied());

        var plane = Seen.plane(chart, "over the whole space");
        var bars = Seen.layer(plane, "share", Layer.Bars.class);
        assertThat(words(plane)).containsExactly("x", "y", "nothing");
        // The variances are as 9 to 1 to 0.
        assertThat(bars.lengths().get(0)).isCloseTo(90, within(5.0));
        assertThat(bars.lengths().get(1)).isCloseTo(10, within(5.0));
        assertThat(bars.lengths().get(2)).isCloseTo(0, within(3.0));
        var between = bars.between().orElseThrow();
        for (int i = 0; i < 3; i++) {
            assertThat(bars.lengths().get(i))
                    .isBetween(between.low().get(i), between.high().get(i));
        }
        assertThat(words(Seen.plane(chart, "near the good region"))).startsWith("x");
    }

    @Test
    void theBarOfAPairIsWhatTheTwoDoTogether() {
        var chart = Seen.chart(
                new PairsPlot(), study(400, (x, y) -> (2 * x - 1) * (2 * y - 1)).studied());

        var plane = Seen.plane(chart, "");
        var bars = Seen.layer(plane, "share", Layer.Bars.class);
        assertThat(words(plane)).hasSize(3).startsWith("x with y");
        // Each alone does nothing at all.
        assertThat(bars.lengths().get(0)).isGreaterThan(70);
        assertThat(bars.lengths().get(1)).isLessThan(10);
    }

    @Test
    void aVeryLargeStudyIsLearntFromAnEvenChoiceOfItsTrialsAndSaysSo() {
        var chart = Seen.chart(
                new ImportancePlot(), study(2_500, (x, y) -> 3 * x + y).studied());

        assertThat(chart.caption()).endsWith("Learnt from 1000 of 2500 trials, evenly picked.");
        assertThat(Seen.layer(Seen.plane(chart, "over the whole space"), "share", Layer.Bars.class)
                        .lengths()
                        .get(0))
                .isCloseTo(90, within(5.0));
    }

    @Test
    void tooFewTrialsSayNothing() {
        assertThat(Seen.reason(new ImportancePlot(), study(4, (x, y) -> x).studied()))
                .contains("too few");
        assertThat(Seen.reason(new PairsPlot(), study(4, (x, y) -> x).studied()))
                .contains("too few");
    }
}
