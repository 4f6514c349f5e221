package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningCurvesPlotTest {
    private static final Plot PLOT = new LearningCurvesPlot();

    private static HandmadeStudy study() {
        return new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(),
                Fidelity.epochs(3),
                Objective.maximize("accuracy"));
    }

    private static void reports(HandmadeStudy study, int trial, double... values) {
        for (int i = 0; i < values.length; i++) {
            study.report(trial, i + 1, Measurements.of("accuracy", values[i]));
        }
    }

    @Test
    void eachCurveIsDrawnAsReportedWithAGapBeforeTheNext() {
        var study = study();
        int first = study.begin(Map.of("x", 0.1));
        reports(study, first, 0.1, 0.2, 0.3);
        study.end(first, new Outcome.Completed(Measurements.of("accuracy", 0.3)), 3);
        int second = study.begin(Map.of("x", 0.2));
        reports(study, second, 0.2, 0.25);
        study.pause(second);
        int third = study.begin(Map.of("x", 0.3));
        reports(study, third, 0.0, 0.1);
        study.pause(third);
        int best = study.begin(Map.of("x", 0.4));
        reports(study, best, 0.5, 0.6, 0.7);
        study.end(best, new Outcome.Completed(Measurements.of("accuracy", 0.7)), 3);

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(plane.x().name()).isEqualTo("epochs");
        assertThat(Seen.pairs(Seen.line(plane, "not run to the end")))
                .containsExactly("(1.0, 0.2)", "(2.0, 0.25)", "(NaN, NaN)", "(1.0, 0.0)", "(2.0, 0.1)");
        assertThat(Seen.line(plane, "not run to the end").about().trials().stream())
                .containsExactly(1.0, 1.0, 2.0, 2.0, 2.0);
        assertThat(Seen.pairs(Seen.line(plane, "run to the end")))
                .containsExactly("(1.0, 0.1)", "(2.0, 0.2)", "(3.0, 0.3)");
        assertThat(Seen.pairs(Seen.line(plane, "best"))).containsExactly("(1.0, 0.5)", "(2.0, 0.6)", "(3.0, 0.7)");
    }

    @Test
    void aTrialThatDivergedHasAGapWhereItsNumbersWereNone() {
        var study = study();
        int trial = study.begin(Map.of("x", 0.1));
        reports(study, trial, 0.1, Double.POSITIVE_INFINITY, 0.2);

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        assertThat(Seen.pairs(Seen.line(plane, "not run to the end")))
                .containsExactly("(1.0, 0.1)", "(2.0, NaN)", "(3.0, 0.2)");
    }

    @Test
    void aVeryLongCurveKeepsItsFirstAndItsLastReport() {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)),
                List.of(),
                Fidelity.epochs(5000),
                Objective.maximize("accuracy"));
        int trial = study.begin(Map.of("x", 0.1));
        for (int epoch = 1; epoch <= 5000; epoch++) {
            study.report(trial, epoch, Measurements.of("accuracy", epoch));
        }

        var line = Seen.line(Seen.plane(Seen.chart(PLOT, study.studied()), ""), "not run to the end");

        assertThat(line.size()).isEqualTo(100);
        assertThat(line.x().get(0)).isEqualTo(1);
        assertThat(line.x().get(99)).isEqualTo(5000);
    }

    @Test
    void ofVeryManyTrialsAsManyAreDrawnAsTheCaptionSays() {
        var chart = Seen.chart(PLOT, SampleStudies.network(3_000, 8));
        var plane = (Panel.Plane) chart.panels().get(0);

        assertThat(plane.layers().stream().mapToInt(Layer::size).sum()).isLessThanOrEqualTo(Crowd.MOST + 9);
        long drawn = plane.layers().stream()
                .filter(layer -> !layer.name().equals("best"))
                .flatMapToDouble(layer -> ((Layer.Line) layer).about().trials().stream())
                .distinct()
                .count();
        var told = chart.caption().replaceAll(".* (\\d+) of 3000 trials are drawn.*", "$1");
        assertThat(Integer.parseInt(told) - drawn).isBetween(0L, 1L);
        assertThat(drawn).isGreaterThan(500);
    }

    @Test
    void withoutCurvesThereIsNothingToDraw() {
        var study = study();
        study.complete(Map.of("x", 0.1), Measurements.of("accuracy", 0.5));

        assertThat(Seen.reason(PLOT, study.studied())).isEqualTo("no trial has reported more than once");
    }
}
