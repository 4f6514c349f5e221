package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Axis;
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
import org.junit.jupiter.api.Test;

class ConstraintsPlotTest {
    private static final Plot PLOT = new ConstraintsPlot();
    private static final Map<String, Double> X = Map.of("x", 0.5);

    @Test
    void eachTrialIsDrawnAtItsNumberAndCountedWhereItBrokeTheLimit() {
        var memory = new Constraint("memory", Constraint.Bound.AT_MOST, 2, Constraint.Known.WHILE);
        var speed = new Constraint("speed", Constraint.Bound.AT_LEAST, 10, Constraint.Known.AFTER);
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(memory, speed),
                Fidelity.WHOLE,
                Objective.minimize("loss"));
        study.complete(X, Measurements.of("loss", 1).and("memory", 1).and("speed", 20));
        study.complete(X, Measurements.of("loss", 1).and("memory", 2).and("speed", 5));
        int over = study.begin(X);
        study.end(over, new Outcome.OverLimit("memory", 3, Measurements.of("speed", 15)), 1);
        int machine = study.begin(X);
        study.end(machine, new Outcome.OverLimit("video memory", 8, Measurements.of("loss", 1)), 1);

        var chart = Seen.chart(PLOT, study.studied());

        var counts = Seen.plane(chart, "trials that broke it");
        assertThat(((Axis.Words) counts.x()).words()).containsExactly("memory <= 2", "speed >= 10", "video memory");
        assertThat(Seen.layer(counts, "broken", Layer.Bars.class).lengths().stream())
                .containsExactly(1.0, 1.0, 1.0);
        var plane = Seen.plane(chart, "memory");
        assertThat(Seen.pairs(Seen.points(plane, "kept"))).containsExactly("(0.0, 1.0)", "(1.0, 2.0)");
        assertThat(Seen.pairs(Seen.points(plane, "broken"))).containsExactly("(2.0, 3.0)");
        assertThat(Seen.layer(plane, "memory <= 2", Layer.Rule.class).at()).isEqualTo(2);
        assertThat(Seen.pairs(Seen.points(Seen.plane(chart, "speed"), "broken")))
                .containsExactly("(1.0, 5.0)");
    }

    @Test
    void withoutLimitsThereIsNothingToDraw() {
        var study = new HandmadeStudy(SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("loss"));
        study.complete(X, Measurements.of("loss", 1));

        assertThat(Seen.reason(PLOT, study.studied())).startsWith("the study has no limits");
    }
}
