package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HypervolumePlotTest {
    private static final Plot PLOT = new HypervolumePlot();

    @Test
    void theShareOfTheBoxIsCountedOutForFourTrials() {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("error"), Objective.maximize("speed"));
        // The box is 4 wide, from an error of 1 to 5, and 10 high, from a speed of 0 to 10.
        double[][] points = {{3, 5}, {4, 4}, {5, 10}, {1, 0}, {2, 6}};
        for (var point : points) {
            study.complete(Map.of("x", 0.5), Measurements.of("error", point[0]).and("speed", point[1]));
        }

        var chart = Seen.chart(PLOT, study.studied());

        var line = Seen.line(Seen.plane(chart, ""), "reached");
        // 2 * 5 = 10 of 40; what is beaten, or lies on the edge of the box, adds nothing; then 3 * 6 = 18 of 40.
        assertThat(Seen.pairs(line))
                .containsExactly("(0.0, 0.25)", "(2.0, 0.25)", "(3.0, 0.25)", "(4.0, 0.45)", "(4.0, 0.45)");
        assertThat(chart.caption()).contains("measured up to error = 5, speed = 0.");
    }

    @Test
    void aLineThatNeverLeavesNothingIsNotDrawn() {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)), Objective.minimize("error"), Objective.maximize("speed"));
        study.complete(Map.of("x", 0.5), Measurements.of("error", 1).and("speed", 1));
        study.complete(Map.of("x", 0.5), Measurements.of("error", 2).and("speed", 2));

        assertThat(Seen.reason(PLOT, study.studied()))
                .isEqualTo(
                        "no trial is better than error = 2, speed = 1 in every objective at once, from where it is measured");
    }

    @Test
    void inThreeObjectivesItIsTheShareOfRandomPointsThatAreDominated() {
        var studied = SampleStudies.tradeOff(80, 3, 9);
        var kept = studied.history().trials().stream().filter(Trial::completed).toList();
        double[] low = {9, 9, 9};
        double[] high = {-9, -9, -9};
        var names = List.of("error", "size", "latency");
        for (var trial : kept) {
            for (int k = 0; k < 3; k++) {
                double value = trial.value(names.get(k)).orElseThrow();
                low[k] = Math.min(low[k], value);
                high[k] = Math.max(high[k], value);
            }
        }
        var random = new SplittableRandom(1);
        int hits = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            double[] at = new double[3];
            for (int k = 0; k < 3; k++) {
                at[k] = low[k] + random.nextDouble() * (high[k] - low[k]);
            }
            boolean dominated = kept.stream()
                    .anyMatch(trial -> trial.value("error").orElseThrow() <= at[0]
                            && trial.value("size").orElseThrow() <= at[1]
                            && trial.value("latency").orElseThrow() <= at[2]);
            hits += dominated ? 1 : 0;
        }

        var line = Seen.line(Seen.plane(Seen.chart(PLOT, studied), ""), "reached");

        // Six standard errors of a share of so many points.
        assertThat(line.y().get(line.size() - 1)).isCloseTo((double) hits / n, within(0.01));
        for (int i = 1; i < line.size(); i++) {
            assertThat(line.y().get(i)).isGreaterThanOrEqualTo(line.y().get(i - 1));
        }
    }
}
