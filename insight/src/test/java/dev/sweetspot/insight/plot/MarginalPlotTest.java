package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarginalPlotTest {
    @Test
    void theLineIsTheMeanOverTheOtherParametersAndChoicesHaveAStretchEach() {
        var kind = Parameter.categorical("kind", "a", "b");
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("rate", 1e-4, 1).logarithmic(), kind), Objective.minimize("loss"));
        var random = new SplittableRandom(3);
        for (int i = 0; i < 400; i++) {
            double u = random.nextDouble();
            boolean b = random.nextBoolean();
            study.complete(
                    Map.of("rate", Math.pow(10, 4 * u - 4), "kind", b ? "b" : "a"),
                    Measurements.of("loss", 4 * (u - 0.5) * (u - 0.5) + (b ? 0.5 : 0)));
        }

        var chart = Seen.chart(new MarginalPlot(), study.studied());

        var rate = Seen.plane(chart, "rate");
        var line = Seen.line(rate, "mean");
        assertThat(((Axis.Numbers) rate.x()).scale()).isEqualTo(Axis.Scale.LOGARITHMIC);
        assertThat(line.x().stream()).isSorted();
        var band = Seen.layer(rate, "95 % band", Layer.Band.class);
        for (int i = 0; i < line.size(); i++) {
            double u = Math.log10(line.x().get(i)) / 4 + 1;
            // Half of the trials have 0.5 more.
            assertThat(line.y().get(i)).as("at " + u).isCloseTo(4 * (u - 0.5) * (u - 0.5) + 0.25, within(0.15));
            assertThat(line.y().get(i)).isBetween(band.low().get(i), band.high().get(i));
        }
        var words = Seen.plane(chart, "kind");
        assertThat(words.y()).isEqualTo(new Axis.Words("kind", List.of("a", "b")));
        var means = Seen.points(words, "mean");
        assertThat(means.y().stream()).containsExactly(0.0, 1.0);
        // The mean of 4 (u - 1/2)² is a third.
        assertThat(means.x().get(0)).isCloseTo(1 / 3.0, within(0.1));
        assertThat(means.x().get(1)).isCloseTo(1 / 3.0 + 0.5, within(0.1));
    }
}
