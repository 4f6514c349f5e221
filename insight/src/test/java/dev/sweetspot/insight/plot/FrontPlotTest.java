package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import dev.sweetspot.insight.chart.Role;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrontPlotTest {
    private static final Plot PLOT = new FrontPlot();
    private static final double[][] POINTS = {{1, 5}, {2, 3}, {4, 1}, {3, 4}, {5, 5}};

    /** Those points where both are to be small, mirrored where one is to be large. */
    private static Panel.Plane plane(Objective first, Objective second, Constraint... limits) {
        var study = new HandmadeStudy(
                SearchSpace.of(Parameter.real("x", 0, 1)), List.of(limits), Fidelity.WHOLE, first, second);
        for (var point : POINTS) {
            study.complete(
                    Map.of("x", 0.5),
                    Measurements.of(first.name(), first.loss(point[0])).and(second.name(), second.loss(point[1])));
        }
        return Seen.plane(Seen.chart(PLOT, study.studied()), "");
    }

    @Test
    void theFrontIsHighlightedAndItsBorderIsAStaircase() {
        var plane = plane(Objective.minimize("error"), Objective.minimize("size"));

        assertThat(Seen.pairs(Seen.points(plane, "front"))).containsExactly("(1.0, 5.0)", "(2.0, 3.0)", "(4.0, 1.0)");
        assertThat(Seen.pairs(Seen.points(plane, "trials"))).containsExactly("(3.0, 4.0)", "(5.0, 5.0)");
        assertThat(Seen.pairs(Seen.line(plane, "border of what was reached")))
                .containsExactly("(1.0, 5.0)", "(2.0, 5.0)", "(2.0, 3.0)", "(4.0, 3.0)", "(4.0, 1.0)");
    }

    @Test
    void noCornerOfTheBorderIsBetterThanWhatWasReachedWhicheverWayIsBetter() {
        var directions = List.of(
                new Objective[] {Objective.minimize("error"), Objective.maximize("speed")},
                new Objective[] {Objective.maximize("accuracy"), Objective.minimize("size")},
                new Objective[] {Objective.maximize("accuracy"), Objective.maximize("speed")});
        for (var both : directions) {
            var plane = plane(both[0], both[1]);
            var border = Seen.line(plane, "border of what was reached");
            var front = Seen.points(plane, "front");
            assertThat(border.size()).isEqualTo(5);
            assertThat(border.x().stream()).isSorted();
            for (int i = 0; i < border.size(); i++) {
                double x = both[0].loss(border.x().get(i));
                double y = both[1].loss(border.y().get(i));
                assertThat(IntStream.range(0, front.size())
                                .anyMatch(k -> both[0].loss(front.x().get(k)) <= x
                                        && both[1].loss(front.y().get(k)) <= y))
                        .as(both[0] + ", " + both[1] + ": corner " + i)
                        .isTrue();
            }
        }
    }

    @Test
    void aLimitOfAnObjectiveIsDrawnAndWhatBreaksItIsNotOnTheFront() {
        var plane = plane(
                Objective.minimize("error"),
                Objective.minimize("size"),
                new Constraint("size", Constraint.Bound.AT_MOST, 4, Constraint.Known.AFTER));

        assertThat(Seen.layer(plane, "limit of size", Layer.Rule.class))
                .isEqualTo(new Layer.Rule("limit of size", Role.REFERENCE, Layer.Rule.Direction.LEVEL, 4));
        assertThat(Seen.pairs(Seen.points(plane, "front"))).containsExactly("(2.0, 3.0)", "(4.0, 1.0)");
    }

    @Test
    void threeObjectivesAreDrawnInPairs() {
        var studied = SampleStudies.tradeOff(60, 3, 4);
        var front = studied.history().front(studied.problem());

        var chart = Seen.chart(PLOT, studied);

        assertThat(chart.panels())
                .extracting(Panel::title)
                .containsExactly("error and size", "error and latency", "size and latency");
        for (var panel : chart.panels()) {
            assertThat(Seen.points((Panel.Plane) panel, "front").about().trials().stream())
                    .containsExactlyElementsOf(
                            front.stream().map(trial -> (double) trial.number()).toList());
            assertThat(Seen.names((Panel.Plane) panel))
                    .contains("over a limit")
                    .doesNotContain("border of what was reached");
        }
    }

    @Test
    void oneObjectiveHasNoFront() {
        assertThat(Seen.reason(PLOT, SampleStudies.network(5, 1)))
                .isEqualTo("needs two objectives; this study has one");
    }
}
