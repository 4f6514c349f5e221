package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MapPlotTest {
    private static final Plot PLOT = new MapPlot();

    @Test
    void ofTwoNumbersThePlaneIsTurnedAndNoDistanceChanges() {
        var rate = Parameter.real("rate", 1e-4, 1).logarithmic();
        var study = new HandmadeStudy(SearchSpace.of(rate, Parameter.real("x", 0, 2)), Objective.minimize("loss"));
        var random = new SplittableRandom(1);
        var u = new double[30][2];
        for (var at : u) {
            at[0] = random.nextDouble();
            at[1] = random.nextDouble() / 4;
            study.complete(
                    Map.of("rate", Math.pow(10, -4 + 4 * at[0]), "x", 2 * at[1]), Measurements.of("loss", at[1]));
        }

        var chart = Seen.chart(PLOT, study.studied());

        var plane = Seen.plane(chart, "directions of most difference");
        var points = Seen.points(plane, "trials");
        for (int i = 1; i < u.length; i++) {
            double truth = Math.hypot(u[i][0] - u[0][0], u[i][1] - u[0][1]);
            double drawn = Math.hypot(
                    points.x().get(i) - points.x().get(0),
                    points.y().get(i) - points.y().get(0));
            assertThat(drawn).isCloseTo(truth, within(1e-9));
        }
        assertThat(points.shade().orElseThrow().values().get(7)).isEqualTo(u[7][1]);
        double first = variance(points.x().stream().toArray());
        double second = variance(points.y().stream().toArray());
        assertThat(plane.x().name())
                .isEqualTo("first direction, " + Math.round(100 * first / (first + second)) + " % of the differences");
    }

    @Test
    void branchesOfASpaceBecomeClusters() {
        var family = Parameter.categorical("family", "tree", "network", "line");
        var space = SearchSpace.of(family)
                .with(Parameter.integer("depth", 1, 20), Condition.when(family, "tree"))
                .with(Parameter.real("rate", 0, 1), Condition.when(family, "network"))
                .with(Parameter.real("penalty", 0, 1), Condition.when(family, "line"));
        var study = new HandmadeStudy(space, Objective.minimize("loss"));
        var random = new SplittableRandom(2);
        for (int i = 0; i < 90; i++) {
            Map<String, ?> values =
                    switch (i % 3) {
                        case 0 -> Map.of("family", "tree", "depth", random.nextInt(1, 21));
                        case 1 -> Map.of("family", "network", "rate", random.nextDouble());
                        default -> Map.of("family", "line", "penalty", random.nextDouble());
                    };
            study.complete(values, Measurements.of("loss", i));
        }

        var points = Seen.points(Seen.plane(Seen.chart(PLOT, study.studied()), "neighbours"), "trials");

        for (int i = 0; i < points.size(); i++) {
            assertThat(nearest(points, i) % 3).as("trial " + i).isEqualTo(i % 3);
        }
    }

    private static int nearest(Layer.Points points, int i) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < points.size(); j++) {
            double distance = Math.hypot(
                    points.x().get(i) - points.x().get(j),
                    points.y().get(i) - points.y().get(j));
            if (j != i && distance < least) {
                least = distance;
                best = j;
            }
        }
        return best;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
