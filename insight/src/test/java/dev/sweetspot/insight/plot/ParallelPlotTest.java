package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer.Shade.Better;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParallelPlotTest {
    private static final Plot PLOT = new ParallelPlot();

    @Test
    void eachTrialHasItsValuesOnAllAxesAndNoneWhereAParameterIsNotActive() {
        var optimizer = Parameter.categorical("optimizer", "sgd", "adam");
        var space = SearchSpace.of(Parameter.real("rate", 1e-4, 1).logarithmic(), optimizer)
                .with(Parameter.real("momentum", 0, 0.9), Condition.when(optimizer, "sgd"));
        var study = new HandmadeStudy(space, Objective.maximize("accuracy"), Objective.minimize("size"));
        study.complete(
                Map.of("rate", 0.01, "optimizer", "sgd", "momentum", 0.5),
                Measurements.of("accuracy", 0.8).and("size", 3));
        study.complete(
                Map.of("rate", 0.1, "optimizer", "adam"),
                Measurements.of("accuracy", 0.6).and("size", 2));

        var panel = (Panel.Parallel) Seen.chart(PLOT, study.studied()).panels().get(0);

        assertThat(panel.axes())
                .extracting(Axis::name)
                .containsExactly("rate", "optimizer", "momentum", "accuracy", "size");
        assertThat(panel.columns())
                .extracting(Object::toString)
                .containsExactly("[0.01, 0.1]", "[0.0, 1.0]", "[0.5, NaN]", "[0.8, 0.6]", "[3.0, 2.0]");
        assertThat(panel.shade().values().toString()).isEqualTo("[0.8, 0.6]");
        assertThat(panel.shade().better()).isEqualTo(Better.HIGH);
        assertThat(panel.about().trials().toString()).isEqualTo("[0.0, 1.0]");
    }

    @Test
    void ofVeryManyTrialsTheBestAreAllDrawn() {
        var studied = SampleStudies.network(4_000, 3);
        var objective = studied.spec().objectives().get(0);

        var chart = Seen.chart(PLOT, studied);

        var panel = (Panel.Parallel) chart.panels().get(0);
        int lines = panel.about().trials().size();
        assertThat(lines).isEqualTo(1000);
        assertThat(chart.caption())
                .contains(lines + " of 4000 trials are drawn: the best " + lines / 2 + ", and others");
        var drawn = panel.about().trials().stream().boxed().collect(Collectors.toSet());
        var best = studied.history().trials().stream()
                .sorted(Comparator.comparingDouble(
                        (Trial trial) -> -trial.value(objective.name()).orElseThrow()))
                .limit(lines / 2)
                .map(trial -> (double) trial.number())
                .toList();
        assertThat(drawn).containsAll(best);
    }
}
