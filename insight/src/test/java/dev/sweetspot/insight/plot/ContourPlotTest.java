package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Layer.Shade.Better;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContourPlotTest {
    private static final Plot PLOT = new ContourPlot();

    @Test
    void theColoursAreWhatTheFunctionGivesWhereTheOtherParameterIsAsInTheBestTrial() {
        var rate = Parameter.real("rate", 1e-4, 1).logarithmic();
        var study = new HandmadeStudy(
                SearchSpace.of(rate, Parameter.real("x", 0, 1), Parameter.real("z", 0, 1)), Objective.minimize("loss"));
        var random = new SplittableRandom(1);
        for (int i = 0; i < 150; i++) {
            double u = random.nextDouble();
            double x = random.nextDouble();
            double z = random.nextDouble();
            study.complete(
                    Map.of("rate", Math.pow(10, 4 * u - 4), "x", x, "z", z),
                    Measurements.of("loss", 4 * (u - 0.5) * (u - 0.5) + x + 0.2 * z));
        }
        double z = (double) study.studied()
                .history()
                .best(Objective.minimize("loss"))
                .orElseThrow()
                .configuration()
                .values()
                .get("z");

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "expected");

        var cells = Seen.layer(plane, "expected", Layer.Cells.class);
        assertThat(cells.size()).isEqualTo(24 * 24);
        assertThat(cells.shade().better()).isEqualTo(Better.LOW);
        boolean rateAcross = plane.x().name().equals("rate");
        for (int i = 0; i < cells.size(); i++) {
            double u = Math.log10(rateAcross ? cells.x().get(i) : cells.y().get(i)) / 4 + 1;
            double x = rateAcross ? cells.y().get(i) : cells.x().get(i);
            double truth = 4 * (u - 0.5) * (u - 0.5) + x + 0.2 * z;
            assertThat(cells.shade().values().get(i)).as("at " + u + ", " + x).isCloseTo(truth, within(0.15));
        }
        assertThat(Seen.points(plane, "trials").size()).isEqualTo(150);
    }

    @Test
    void nothingIsKnownWhereNoTrialWas() {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)), Objective.minimize("loss"));
        var random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            double x = random.nextDouble() / 3;
            double y = random.nextDouble();
            study.complete(Map.of("x", x, "y", y), Measurements.of("loss", Math.sin(20 * x) + Math.cos(9 * y)));
        }

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "how unsure");

        var cells = Seen.layer(plane, "how unsure", Layer.Cells.class);
        var x = plane.x().name().equals("x") ? cells.x() : cells.y();
        var byX = new HashMap<Boolean, double[]>();
        for (int i = 0; i < cells.size(); i++) {
            if (x.get(i) < 0.3 || x.get(i) > 0.8) {
                var sum = byX.computeIfAbsent(x.get(i) < 0.3, unused -> new double[2]);
                sum[0] += cells.shade().values().get(i);
                sum[1]++;
            }
        }
        double near = byX.get(true)[0] / byX.get(true)[1];
        double far = byX.get(false)[0] / byX.get(false)[1];
        assertThat(far).isGreaterThan(2 * near);
        assertThat(cells.shade().better()).isEqualTo(Better.NEITHER);
    }

    @Test
    void eachChoiceHasItsCellsAndWhatARelationForbidsHasNone() {
        var kind = Parameter.categorical("kind", "a", "b");
        var size = Parameter.integer("size", 1, 3);
        var space = SearchSpace.of(kind, size).with(new Relation.Forbidden(Map.of("kind", "b", "size", "3")));
        var study = new HandmadeStudy(space, Objective.minimize("loss"));
        for (int i = 0; i < 20; i++) {
            boolean a = i % 2 == 0;
            int of = 1 + i % (a ? 3 : 2);
            study.complete(Map.of("kind", a ? "a" : "b", "size", of), Measurements.of("loss", of + (a ? 5 : 0)));
        }

        var plane = Seen.plane(Seen.chart(PLOT, study.studied()), "expected");

        var cells = Seen.layer(plane, "expected", Layer.Cells.class);
        boolean kindAcross = plane.x() instanceof Axis.Words;
        assertThat(Seen.pairs(kindAcross ? cells.x() : cells.y(), kindAcross ? cells.y() : cells.x()))
                .containsExactlyInAnyOrder("(0.0, 1.0)", "(0.0, 2.0)", "(0.0, 3.0)", "(1.0, 1.0)", "(1.0, 2.0)");
    }
}
