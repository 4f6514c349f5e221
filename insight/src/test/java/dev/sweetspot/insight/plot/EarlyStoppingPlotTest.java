package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlyStoppingPlotTest {
    private static final Plot PLOT = new EarlyStoppingPlot();
    private static final Map<String, Double> X = Map.of("x", 0.5);
    private static final Measurements LOSS = Measurements.of("loss", 1);

    private static HandmadeStudy study(Fidelity fidelity) {
        return new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)), List.of(), fidelity, Objective.minimize("loss"));
    }

    @Test
    void whatWasPutAsideOrStoppedIsSavedAndWhatFailedOrRunsIsNot() {
        var study = study(Fidelity.epochs(10));
        study.complete(X, LOSS); // 10 of 10, without a report
        int paused = study.begin(X);
        study.report(paused, 2, LOSS);
        study.pause(paused); // 2 of 10
        int stopped = study.begin(X);
        study.report(stopped, 4, LOSS);
        study.end(stopped, new Outcome.StoppedEarly(LOSS, "worse than the median"), 4); // 4 of 10
        int failed = study.begin(X);
        study.report(failed, 1, LOSS);
        study.end(failed, new Outcome.Failed(Outcome.Cause.ERROR, "no"), 1);
        int running = study.begin(X);
        study.report(running, 3, LOSS);

        var chart = Seen.chart(PLOT, study.studied());

        var together = Seen.plane(chart, "together");
        assertThat(Seen.line(together, "run").y().stream()).containsExactly(10.0, 12.0, 16.0, 17.0, 20.0);
        assertThat(Seen.line(together, "without stopping").y().stream()).containsExactly(10.0, 20.0, 30.0, 31.0, 34.0);
        assertThat(chart.caption()).contains("20 epochs were run where 34 would have been, 41 % less");
        var ends = Seen.plane(chart, "how far trials came");
        assertThat(((Axis.Words) ends.x()).words()).containsExactly("1", "2", "3", "4", "10");
        assertThat(Seen.layer(ends, "trials", Layer.Bars.class).lengths().stream())
                .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void manyDifferentEndsAreCountedInStretches() {
        var study = study(Fidelity.epochs(100));
        for (int i = 1; i <= 99; i++) {
            int trial = study.begin(X);
            study.report(trial, i, LOSS);
            study.pause(trial);
        }

        var ends = Seen.plane(Seen.chart(PLOT, study.studied()), "how far trials came");

        assertThat(((Axis.Words) ends.x()).words()).hasSize(20).startsWith("0 to 5", "5 to 10");
        var lengths = Seen.layer(ends, "trials", Layer.Bars.class).lengths();
        assertThat(lengths.stream().sum()).isEqualTo(99);
        assertThat(lengths.get(0)).isEqualTo(5);
        assertThat(lengths.get(19)).isEqualTo(4);
    }

    @Test
    void aStudyOfWholeTrialsSavesNothing() {
        var study = study(Fidelity.WHOLE);
        study.complete(X, LOSS);

        assertThat(Seen.reason(PLOT, study.studied())).isEqualTo("the trials of this study have no parts");
    }
}
