package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttainmentPlotTest {
    private static final Plot PLOT = new AttainmentPlot();
    private static final Map<String, Double> X = Map.of("x", 0.5);

    private static HandmadeStudy study() {
        var memory = new Constraint("memory", Constraint.Bound.AT_MOST, 2, Constraint.Known.AFTER);
        return new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(memory),
                Fidelity.WHOLE,
                Objective.maximize("accuracy"),
                Objective.minimize("size"));
    }

    private static Measurements of(double accuracy, double size) {
        return Measurements.of("accuracy", accuracy).and("size", size).and("memory", 1);
    }

    private static List<String> corners(Layer.Line line) {
        return IntStream.range(0, line.size())
                .mapToObj(i -> line.x().get(i) + ", " + line.y().get(i))
                .toList();
    }

    @Test
    void eachLineIsTheBorderOfWhatWasReachedByThen() {
        var study = study();
        study.complete(X, of(0.5, 4));
        study.complete(X, of(0.9, 8));
        study.complete(X, of(0.4, 6));
        // Nothing is gained by the next two.
        study.complete(X, of(0.3, 9));
        study.complete(X, of(0.9, 9));
        study.complete(X, of(0.6, 5));
        study.complete(X, of(0.9, 6));
        study.complete(X, of(0.1, 7));

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(plane.layers())
                .extracting(Layer::name)
                .containsExactly("after 2 trials", "after 6 trials", "all 8 trials");
        assertThat(corners(Seen.layer(plane, "after 2 trials", Layer.Line.class)))
                .containsExactly("0.9, 8.0", "0.5, 8.0", "0.5, 4.0");
        assertThat(corners(Seen.layer(plane, "all 8 trials", Layer.Line.class)))
                .containsExactly("0.9, 6.0", "0.6, 6.0", "0.6, 5.0", "0.5, 5.0", "0.5, 4.0");
    }

    @Test
    void whatBrokeALimitAttainsNothing() {
        var study = study();
        for (int i = 0; i < 8; i++) {
            study.complete(X, of(0.5, 5));
            int over = study.begin(X);
            study.end(over, new Outcome.OverLimit("memory", 3, of(0.99, 0.1)), 1);
        }

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(corners(Seen.layer(plane, "after 2 trials", Layer.Line.class)))
                .containsExactly("0.5, 5.0");
    }

    @Test
    void ofOtherNumbersOfObjectivesNothingIsDrawn() {
        var one = new HandmadeStudy(SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("loss"));
        one.complete(X, Measurements.of("loss", 1));

        assertThat(Seen.reason(PLOT, one.studied())).isEqualTo("needs two objectives; this study has 1");
        assertThat(Seen.reason(PLOT, study().studied())).startsWith("fewer than 8 trials");
    }
}
