package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.Studied;
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
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelinePlotTest {
    private static final Plot PLOT = new TimelinePlot();
    private static final Map<String, Double> X = Map.of("x", 0.5);

    private static HandmadeStudy study() {
        return new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)), List.of(), Fidelity.epochs(9), Objective.minimize("loss"));
    }

    private static List<String> bars(Studied studied, String name) {
        var spans = Seen.layer(Seen.plane(Seen.chart(PLOT, studied), ""), name, Layer.Spans.class);
        return IntStream.range(0, spans.size())
                .mapToObj(i -> "trial " + (int) spans.about().trials().get(i) + " in row "
                        + (int) spans.row().get(i) + " from " + spans.from().get(i) + " to "
                        + spans.to().get(i))
                .toList();
    }

    @Test
    void aTrialTakesTheFirstRowThatIsFreeWhenItBegins() {
        var study = study();
        study.at(0).complete(X, Measurements.of("loss", 1), 10);
        study.at(2).complete(X, Measurements.of("loss", 1), 3);
        study.at(5).complete(X, Measurements.of("loss", 1), 20);
        int failed = study.at(12).begin(X);
        study.end(failed, new Outcome.Failed(Outcome.Cause.ERROR, "no"), 4);

        assertThat(bars(study.studied(), "run to the end"))
                .containsExactly(
                        "trial 0 in row 0 from 0.0 to 10.0",
                        "trial 1 in row 1 from 2.0 to 5.0",
                        "trial 2 in row 1 from 5.0 to 25.0");
        assertThat(bars(study.studied(), "failed or over a limit"))
                .containsExactly("trial 3 in row 0 from 12.0 to 16.0");
        var rows =
                (Axis.Words) Seen.plane(Seen.chart(PLOT, study.studied()), "").y();
        assertThat(rows.words()).containsExactly("1", "2");
    }

    @Test
    void eachWorkerHasARowAndATrialThatWasGoneOnWithABarForEachTime() {
        var study = study();
        int trial = study.by("a").begin(X);
        int other = study.at(1).by("b").begin(X);
        study.at(3).report(trial, 3, Measurements.of("loss", 2));
        study.pause(trial);
        study.at(5).end(other, new Outcome.Completed(Measurements.of("loss", 1)), 4);
        study.at(6).by("b").resume(trial);
        study.at(12).report(trial, 9, Measurements.of("loss", 1));
        study.end(trial, new Outcome.Completed(Measurements.of("loss", 1)), 9);

        assertThat(bars(study.studied(), "put aside, ended early or running"))
                .containsExactly("trial 0 in row 0 from 0.0 to 3.0");
        assertThat(bars(study.studied(), "run to the end"))
                .containsExactly("trial 1 in row 1 from 1.0 to 5.0", "trial 0 in row 1 from 6.0 to 12.0");
        var chart = Seen.chart(PLOT, study.studied());
        assertThat(((Axis.Words) Seen.plane(chart, "").y()).words()).containsExactly("a", "b");
        // 3 + 4 + 6 seconds of 2 x 12.
        assertThat(chart.caption()).contains("the rows are full for 54 %");
    }

    @Test
    void whereAWorkerWasLostItsBarEndsWithTheWorkThatIsKnown() {
        var study = study();
        int trial = study.by("a").begin(X);
        study.at(3).report(trial, 3, Measurements.of("loss", 2));
        study.at(60).by("b").resume(trial);
        study.at(70).report(trial, 9, Measurements.of("loss", 1));
        study.end(trial, new Outcome.Completed(Measurements.of("loss", 1)), 13);

        assertThat(bars(study.studied(), "put aside, ended early or running"))
                .containsExactly("trial 0 in row 0 from 0.0 to 3.0");
        assertThat(bars(study.studied(), "run to the end")).containsExactly("trial 0 in row 1 from 60.0 to 70.0");
    }

    @Test
    void ofVeryManyWorkersARowIsAPlaceThatIsFreeAgain() {
        var study = study();
        for (int i = 0; i < 100; i++) {
            study.at(10.0 * i).by("worker " + i).complete(X, Measurements.of("loss", 1), i % 2 == 0 ? 10 : 15);
        }

        var rows =
                (Axis.Words) Seen.plane(Seen.chart(PLOT, study.studied()), "").y();
        assertThat(rows.words()).containsExactly("1", "2");
    }

    @Test
    void noTwoBarsOfARowOverlapAndThereAreAsManyRowsAsEverRanAtOnce() {
        var study = study();
        var random = new SplittableRandom(3);
        double begin = 0;
        var from = new double[400];
        var to = new double[400];
        for (int i = 0; i < from.length; i++) {
            begin += random.nextInt(1, 9);
            double takes = random.nextInt(1, 60);
            study.at(begin).complete(X, Measurements.of("loss", 1), takes);
            from[i] = begin;
            to[i] = begin + takes;
        }
        long atOnce = IntStream.range(0, from.length)
                .mapToLong(i ->
                        IntStream.rangeClosed(0, i).filter(k -> to[k] > from[i]).count())
                .max()
                .orElseThrow();

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "");

        var spans = Seen.layer(plane, "run to the end", Layer.Spans.class);
        assertThat(((Axis.Words) plane.y()).words()).hasSize((int) atOnce);
        for (int i = 0; i < spans.size(); i++) {
            for (int k = 0; k < i; k++) {
                boolean apart = spans.row().get(i) != spans.row().get(k)
                        || spans.from().get(i) >= spans.to().get(k);
                assertThat(apart).as(k + " and " + i).isTrue();
            }
        }
    }

    @Test
    void longStudiesAreDrawnInHours() {
        var study = study();
        study.complete(X, Measurements.of("loss", 1), 7200);
        study.at(7200).complete(X, Measurements.of("loss", 1), 7200);

        assertThat(bars(study.studied(), "run to the end"))
                .containsExactly("trial 0 in row 0 from 0.0 to 2.0", "trial 1 in row 0 from 2.0 to 4.0");
    }
}
