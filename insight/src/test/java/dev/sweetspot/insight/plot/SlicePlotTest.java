package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlicePlotTest {
    private static final Plot PLOT = new SlicePlot();

    @Test
    void everyTrialWithAValueLiesAtItsValueOfEachParameterThatItHas() {
        var kind = Parameter.categorical("kind", "a", "b");
        var space = SearchSpace.of(Parameter.real("x", 0, 1), kind)
                .with(Parameter.integer("n", 1, 9), Condition.when(kind, "b"));
        var study = new HandmadeStudy(space, List.of(), Fidelity.epochs(9), Objective.minimize("loss"));
        int best = study.complete(Map.of("x", 0.25, "kind", "b", "n", 4), Measurements.of("loss", 1));
        study.complete(Map.of("x", 0.5, "kind", "a"), Measurements.of("loss", 2));
        int again = study.begin(Map.of("x", 0.25, "kind", "b", "n", 4), new Start.Repeat(best));
        study.end(again, new Outcome.Completed(Measurements.of("loss", 1.5)), 1);
        int paused = study.begin(Map.of("x", 0.75, "kind", "b", "n", 7));
        study.report(paused, 1, Measurements.of("loss", 3));
        study.pause(paused);
        int over = study.begin(Map.of("x", 0.9, "kind", "a"));
        study.end(over, new Outcome.OverLimit("memory", 9, Measurements.of("loss", 4)), 1);
        int failed = study.begin(Map.of("x", 0.95, "kind", "a"));
        study.end(failed, new Outcome.Failed(Outcome.Cause.ERROR, "no"), 1);

        var chart = Seen.chart(PLOT, study.studied());

        var x = Seen.plane(chart, "x");
        assertThat(Seen.pairs(Seen.points(x, "trials"))).containsExactly("(0.25, 1.0)", "(0.5, 2.0)", "(0.25, 1.5)");
        assertThat(Seen.pairs(Seen.points(x, "put aside or running"))).containsExactly("(0.75, 3.0)");
        assertThat(Seen.pairs(Seen.points(x, "over a limit"))).containsExactly("(0.9, 4.0)");
        assertThat(Seen.pairs(Seen.points(x, "best"))).containsExactly("(0.25, 1.0)");
        assertThat(Seen.points(x, "trials").about().trials().stream()).containsExactly(0.0, 1.0, 2.0);
        assertThat(Seen.pairs(Seen.points(Seen.plane(chart, "n"), "trials")))
                .containsExactly("(4.0, 1.0)", "(4.0, 1.5)");
        assertThat(Seen.pairs(Seen.points(Seen.plane(chart, "kind"), "trials")))
                .containsExactly("(1.0, 1.0)", "(0.0, 2.0)", "(1.0, 1.5)");
    }

    @Test
    void ofMoreParametersThanAreLookedAtThoseThatMatterAreDrawn() {
        var space = SearchSpace.empty();
        for (int i = 0; i < 30; i++) {
            space = space.with(Parameter.real("p" + i, 0, 1));
        }
        var study = new HandmadeStudy(space, Objective.minimize("loss"));
        var random = new SplittableRandom(1);
        for (int t = 0; t < 300; t++) {
            var values = new LinkedHashMap<String, Double>();
            for (int i = 0; i < 30; i++) {
                values.put("p" + i, random.nextDouble());
            }
            double off = values.get("p29") - 0.5;
            study.complete(values, Measurements.of("loss", 3 * values.get("p17") + 10 * off * off));
        }

        var chart = Seen.chart(PLOT, study.studied());

        assertThat(chart.panels()).hasSize(12);
        assertThat(chart.panels().subList(0, 2)).extracting(Panel::title).containsExactlyInAnyOrder("p17", "p29");
        assertThat(chart.caption()).contains("12 of 30 parameters are drawn");
        assertThat(chart.panels().stream()
                        .flatMap(panel -> ((Panel.Plane) panel).layers().stream())
                        .mapToInt(Layer::size)
                        .sum())
                .isLessThanOrEqualTo(Crowd.MOST);
    }
}
