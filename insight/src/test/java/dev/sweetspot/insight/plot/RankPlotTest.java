package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Layer.Shade.Better;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankPlotTest {
    private static final Plot PLOT = new RankPlot();

    @Test
    void theColourIsTheRankWithEqualResultsSharingOne() {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)), Objective.maximize("accuracy"));
        for (double value : new double[] {0.5, 0.9, 0.5, 0.1}) {
            study.complete(Map.of("x", value, "y", 1 - value), Measurements.of("accuracy", value));
        }

        var points = Seen.points(Seen.plane(Seen.chart(PLOT, study.studied()), ""), "trials");

        var shade = points.shade().orElseThrow();
        assertThat(shade.values().stream()).containsExactly(2.5, 1.0, 2.5, 4.0);
        assertThat(shade.better()).isEqualTo(Better.LOW);
        assertThat(points.about().trials().stream()).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void theTwoParametersThatTellMostAreTheAxes() {
        var parameters = new Parameter<?>[8];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Parameter.real("p" + i, 0, 1);
        }
        var study = new HandmadeStudy(SearchSpace.of(parameters), Objective.minimize("loss"));
        var random = new SplittableRandom(5);
        for (int t = 0; t < 200; t++) {
            var values = new LinkedHashMap<String, Double>();
            for (int i = 0; i < parameters.length; i++) {
                values.put("p" + i, random.nextDouble());
            }
            study.complete(values, Measurements.of("loss", 2 * values.get("p6") + values.get("p3")));
        }

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(List.of(plane.x().name(), plane.y().name())).containsExactly("p6", "p3");
    }

    @Test
    void trialsWithoutOneOfTheTwoHaveNoPlaceAndTheCaptionSaysSo() {
        var kind = Parameter.categorical("kind", "a", "b");
        var study = new HandmadeStudy(
                SearchSpace.of(kind).with(Parameter.real("x", 0, 1), Condition.when(kind, "b")),
                Objective.minimize("loss"));
        study.complete(Map.of("kind", "a"), Measurements.of("loss", 1));
        study.complete(Map.of("kind", "b", "x", 0.5), Measurements.of("loss", 2));

        var chart = Seen.chart(PLOT, study.studied());

        var points = Seen.points(Seen.plane(chart, ""), "trials");
        assertThat(points.about().trials().stream()).containsExactly(1.0);
        assertThat(points.shade().orElseThrow().values().stream()).containsExactly(2.0);
        assertThat(chart.caption()).endsWith("have no place here.");
    }
}
