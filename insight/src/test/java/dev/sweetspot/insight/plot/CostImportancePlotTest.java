package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CostImportancePlotTest {
    private static final Plot PLOT = new CostImportancePlot();

    private static HandmadeStudy study(Constraint limit) {
        return new HandmadeStudy(
                SearchSpace.of(
                        Parameter.real("rate", 0, 1), Parameter.real("width", 0, 1), Parameter.real("depth", 0, 1)),
                List.of(limit),
                Fidelity.WHOLE,
                Objective.minimize("loss"));
    }

    private static String first(Panel panel) {
        return ((Axis.Words) ((Panel.Plane) panel).y()).words().get(0);
    }

    @Test
    void whatTakesTimeAndWhatTakesMemoryAreFound() {
        var study = study(new Constraint("memory", Constraint.Bound.AT_MOST, 9, Constraint.Known.AFTER));
        var random = new SplittableRandom(4);
        for (int i = 0; i < 80; i++) {
            double rate = random.nextDouble();
            double width = random.nextDouble();
            double depth = random.nextDouble();
            study.complete(
                    Map.of("rate", rate, "width", width, "depth", depth),
                    Measurements.of("loss", rate).and("memory", width),
                    1 + 9 * depth);
        }

        var panels = Seen.chart(PLOT, study.studied()).panels();

        assertThat(panels).extracting(Panel::title).containsExactly("memory", "time of a trial");
        assertThat(first(panels.get(0))).isEqualTo("width");
        assertThat(first(panels.get(1))).isEqualTo("depth");
    }

    @Test
    void ofANumberThatOnlyBreachesTellNothingIsLearnt() {
        var study = study(new Constraint("memory", Constraint.Bound.AT_MOST, 0.7, Constraint.Known.BEFORE));
        var random = new SplittableRandom(4);
        for (int i = 0; i < 80; i++) {
            double width = random.nextDouble();
            var values = Map.of("rate", random.nextDouble(), "width", width, "depth", random.nextDouble());
            if (width <= 0.7) {
                study.complete(values, Measurements.of("loss", 1 + width), 1 + width);
            } else {
                int over = study.begin(values);
                study.end(over, new Outcome.OverLimit("memory", width, Measurements.of("memory", width)), 0);
            }
        }

        assertThat(Seen.chart(PLOT, study.studied()).panels())
                .extracting(Panel::title)
                .containsExactly("time of a trial");
    }
}
