package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurrogateCheckPlotTest {
    private static final Plot PLOT = new SurrogateCheckPlot();

    private interface Truth {
        double at(double x, double y);
    }

    private static HandmadeStudy study(int trials, double noise, Truth truth) {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)), Objective.maximize("accuracy"));
        var random = new SplittableRandom(4);
        for (int i = 0; i < trials; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            study.complete(
                    Map.of("x", x, "y", y),
                    Measurements.of("accuracy", truth.at(x, y) + noise * random.nextGaussian()));
        }
        return study;
    }

    @Test
    void whatASmoothFunctionGivesIsForetoldOnTrialsThatWereNotSeen() {
        var study = study(80, 0, (x, y) -> Math.sin(3 * x) - (y - 0.3) * (y - 0.3));

        var chart = Seen.chart(PLOT, study.studied());

        var points = Seen.points(Seen.plane(chart, "accuracy"), "trials");
        assertThat(points.size()).isEqualTo(80);
        for (int i = 0; i < points.size(); i++) {
            int number = (int) points.about().trials().get(i);
            assertThat(points.x().get(i))
                    .isEqualTo(study.studied()
                            .history()
                            .trial(number)
                            .value("accuracy")
                            .orElseThrow());
            assertThat(points.y().get(i)).isCloseTo(points.x().get(i), within(0.1));
        }
        assertThat(chart.caption()).containsPattern("rank correlation is (1\\.00|0\\.99)");
    }

    @Test
    void noiseCannotBeForetold() {
        // 200 trials and no parameter that does anything: a correlation of chance has a standard error of 0.07.
        var chart = Seen.chart(PLOT, study(200, 1, (x, y) -> 0).studied());

        var told = chart.caption().replaceAll(".*rank correlation is (-?\\d\\.\\d+).*", "$1");
        assertThat(Math.abs(Double.parseDouble(told))).isLessThan(0.35);
    }

    @Test
    void noTrialIsForetoldFromARepeatOfItself() {
        // Each configuration twice, with the same result, which has nothing to do with the parameters: whoever had seen
        // the
        // repeat would know the result.
        var study = new HandmadeStudy(SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("loss"));
        var random = new SplittableRandom(9);
        for (int i = 0; i < 100; i++) {
            var values = Map.of("x", random.nextDouble());
            var loss = Measurements.of("loss", random.nextGaussian());
            int first = study.complete(values, loss);
            int again = study.begin(values, new Start.Repeat(first));
            study.end(again, new Outcome.Completed(loss), 1);
        }

        var chart = Seen.chart(PLOT, study.studied());

        var told = chart.caption().replaceAll(".*rank correlation is (-?\\d\\.\\d+).*", "$1");
        assertThat(Math.abs(Double.parseDouble(told))).isLessThan(0.4);
    }

    @Test
    void howSureItIsIsHeldAgainstWhatCame() {
        var chart = Seen.chart(PLOT, study(300, 0.1, (x, y) -> x + y).studied());

        var line = Seen.line(Seen.plane(chart, "how sure of accuracy"), "trials");
        assertThat(line.x().get(10)).isEqualTo(0.5);
        // 300 results: three standard errors of a share of one half are 0.09; the model learns the noise from 60 of
        // them.
        assertThat(line.y().get(10)).isCloseTo(0.5, within(0.15));
        assertThat(line.y().get(0)).isLessThan(0.05);
        assertThat(line.y().get(20)).isEqualTo(1);
    }

    @Test
    void fewTrialsSayNothing() {
        assertThat(Seen.reason(PLOT, study(5, 0, (x, y) -> x).studied())).startsWith("fewer than 12 trials");
    }
}
