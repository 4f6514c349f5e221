package dev.sweetspot.insight.trade;

import static dev.sweetspot.insight.Searched.cube;
import static dev.sweetspot.insight.Searched.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.Searched;
import dev.sweetspot.insight.Tried;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TradeOffTest {
    /** The quicker the less accurate: accuracy = sqrt(milliseconds / 100) for those that waste nothing. */
    private static TradeOff traded() {
        return TradeOff.of(Searched.randomly(cube(2), 200)
                        .seeking(Objective.maximize("accuracy"), Objective.minimize("milliseconds"))
                        .answered(
                                1,
                                (c, random) -> new Outcome.Completed(
                                        Measurements.of("accuracy", Math.sqrt(number(c, "x0")) - 0.1 * number(c, "x1"))
                                                .and("milliseconds", 100 * number(c, "x0")))))
                .orElseThrow();
    }

    @Test
    void eachStepAlongTheFrontHasItsPrice() {
        var traded = traded();

        assertThat(traded.steps()).hasSize(traded.front().size() - 1).allSatisfy(step -> {
            assertThat(step.gained()).isPositive();
            assertThat(step.paid()).isPositive();
            assertThat(step.price()).isCloseTo(step.paid() / step.gained(), within(1e-9));
        });
        assertThat(traded.steps().get(0).to()).isEqualTo(traded.steps().get(1).from());
    }

    @Test
    void theKneeOfARootIsAtItsQuarter() {
        var traded = traded();
        var knee = traded.front().stream()
                .filter(trial -> trial.number() == traded.knee().orElseThrow())
                .findFirst()
                .orElseThrow();

        // sqrt(x) - x is largest at 1/4.
        assertThat(knee.value("milliseconds").orElseThrow()).isBetween(10.0, 45.0);
        assertThat(traded.inWords()).anySatisfy(sentence -> assertThat(sentence).contains("accuracy gets better by"));
    }

    @Test
    void theCheapestThatIsGoodEnoughIsFound() {
        var traded = traded();
        var cheapest = traded.cheapest(0.6).orElseThrow();

        assertThat(cheapest.value("accuracy").orElseThrow()).isGreaterThanOrEqualTo(0.6);
        assertThat(traded.front())
                .filteredOn(trial -> trial.value("accuracy").orElseThrow() >= 0.6)
                .allSatisfy(trial -> assertThat(trial.value("milliseconds").orElseThrow())
                        .isGreaterThanOrEqualTo(cheapest.value("milliseconds").orElseThrow()));
        assertThat(traded.cheapest(2)).isEmpty();
    }

    @Test
    void whereAllOfTheFrontCameToTheSameNothingMustBeGivenUp() {
        var tried = new Tried(
                SearchSpace.of(Parameter.real("x", 0, 1)), Objective.maximize("accuracy"), Objective.minimize("size"));
        for (int i = 0; i < 3; i++) {
            tried.complete(
                    Configuration.of(Map.of("x", 0.1 * i)),
                    Measurements.of("accuracy", 0.9).and("size", 2),
                    1);
        }
        tried.complete(
                Configuration.of(Map.of("x", 0.9)),
                Measurements.of("accuracy", 0.5).and("size", 4),
                1);

        var traded = TradeOff.of(tried.studied()).orElseThrow();

        assertThat(traded.knee()).isEmpty();
        assertThat(traded.inWords())
                .containsExactly(
                        "3 trials came to the same, which is the best in every objective: nothing must be given up.");
    }

    @Test
    void theVolumeGrowsToTheWhole() {
        var volumes = traded().volumes();

        assertThat(volumes).hasSize(200).isSorted();
        assertThat(volumes.get(199)).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatHalfOfTheStudiesReachedLiesBetweenTheirFronts() {
        var fronts = List.of(new double[][] {{1, 4}, {3, 1}}, new double[][] {{2, 3}}, new double[][] {{1, 5}, {2, 2}});

        assertThat(TradeOff.attained(fronts, 1)).isDeepEqualTo(new double[][] {{1, 4}, {2, 2}, {3, 1}});
        assertThat(TradeOff.attained(fronts, 2)).isDeepEqualTo(new double[][] {{1, 5}, {2, 3}, {3, 2}});
        assertThat(TradeOff.attained(fronts, 3)).isDeepEqualTo(new double[][] {{2, 4}, {3, 3}});
    }
}
