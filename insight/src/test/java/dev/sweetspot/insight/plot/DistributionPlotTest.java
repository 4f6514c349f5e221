package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistributionPlotTest {
    private static final Plot PLOT = new DistributionPlot();

    private static HandmadeStudy study(Objective objective) {
        return new HandmadeStudy(SearchSpace.of(Parameter.real("x", 0, 1)), objective);
    }

    @Test
    void theLineIsTheShareOfTheTrialsUpToEachValue() {
        var study = study(Objective.maximize("accuracy"));
        for (double value : new double[] {0.7, 0.5, 0.9, 0.5}) {
            study.complete(Map.of("x", value), Measurements.of("accuracy", value));
        }
        study.begin(Map.of("x", 0.1));

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(Seen.pairs(Seen.line(plane, "trials")))
                .containsExactly("(0.5, 0.0)", "(0.5, 0.25)", "(0.5, 0.5)", "(0.7, 0.75)", "(0.9, 1.0)");
        assertThat(Seen.layer(plane, "best", Layer.Rule.class).at()).isEqualTo(0.9);
    }

    @Test
    void theBestIsTheLeastWhereLessIsBetter() {
        var study = study(Objective.minimize("loss"));
        study.complete(Map.of("x", 0.1), Measurements.of("loss", 3));
        study.complete(Map.of("x", 0.1), Measurements.of("loss", 2));

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(Seen.layer(plane, "best", Layer.Rule.class).at()).isEqualTo(2);
    }

    @Test
    void ofVeryManyTrialsTheSharesStillHold() {
        var study = study(Objective.minimize("loss"));
        int n = 7_919;
        for (int i = 0; i < n; i++) {
            study.complete(Map.of("x", 0.5), Measurements.of("loss", i * 31 % n));
        }

        var line = Seen.line(Seen.plane(Seen.chart(PLOT, study.studied()), ""), "trials");

        assertThat(line.size()).isEqualTo(1001);
        for (int i = 1; i < line.size(); i++) {
            // The values are 0 to n - 1, each once.
            assertThat(line.y().get(i)).isCloseTo((line.x().get(i) + 1) / n, within(1e-12));
        }
        assertThat(line.x().get(1000)).isEqualTo(n - 1);
    }
}
