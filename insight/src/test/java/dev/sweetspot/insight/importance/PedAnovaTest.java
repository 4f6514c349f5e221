package dev.sweetspot.insight.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.Tried;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PedAnovaTest {
    private static Importances near(Studied studied) {
        return Importances.nearTheGood(studied, Aspect.of(studied).get(0));
    }

    @Test
    void whatKeepsATrialFromGoingAstrayMattersOverTheWholeSpaceAndNotNearTheGood() {
        var space = KnownFunction.cube(4);
        var studied = Tried.of(space, 600, 3, configuration -> {
            var u = Encoding.of(space).encode(configuration);
            return (u[0] > 0.7 ? 100 : 0) + Math.abs(u[1] - 0.3);
        });

        var everywhere = Importances.of(studied, Aspect.of(studied).get(0));
        assertThat(everywhere.mains().get(0).name()).isEqualTo("x0");
        var good = near(studied);
        assertThat(good.mains().get(0).name()).isEqualTo("x1");
        assertThat(good.of("x1").orElseThrow().share()).isGreaterThan(0.8);
    }

    /** The best tenth are those with u below 0.1, or those of one of ten names: the integral of (p' / p - 1)² is 9 for both. */
    @Test
    void aNumberAndANameThatDecideAlikeCountAlike() {
        double ofNumber = divergence(Parameter.real("x", 0, 1));
        double ofName = divergence(Parameter.categorical("x", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));

        // Estimates of densities are smooth: the edge at 0.1 costs a number a little.
        assertThat(ofName).isCloseTo(9, within(1.0));
        assertThat(ofNumber).isBetween(5.5, 9.0);
    }

    private static double divergence(Parameter<?> parameter) {
        var space = SearchSpace.of(parameter);
        var random = new SplittableRandom(1);
        var density = Density.of(dev.sweetspot.surrogate.Column.of(space).get(0));
        return Density.divergence(density.at(random.doubles(200, 0, 0.1).toArray()), density.even());
    }

    @Test
    void choosingABranchIsNotCreditedToWhatLivesInIt() {
        var model = Parameter.categorical("model", "a", "b");
        var depth = Parameter.real("depth", 0, 1);
        var space = SearchSpace.of(model).with(depth, Condition.when(model, "b"));
        var studied = Tried.of(
                space, 400, 2, configuration -> configuration.get(model).equals("b") ? 0 : 1);

        var found = new PedAnova(0.3, 1).importances(studied, Aspect.of(studied).get(0));

        assertThat(found.of("model").orElseThrow().share()).isGreaterThan(0.9);
    }

    @Test
    void whereNothingMattersNoSharesAreGivenNineteenTimesOfTwenty() {
        int claims = 0;
        for (int run = 0; run < 60; run++) {
            var random = new SplittableRandom(run);
            var studied = Tried.of(KnownFunction.cube(5), 200, run, configuration -> random.nextGaussian());
            claims += near(studied).mains().isEmpty() ? 0 : 1;
        }

        // Of 60 at 5 %, more than 9 come of chance alone once in 1,000.
        assertThat(claims).isLessThanOrEqualTo(9);
    }

    @Test
    void fewTrialsSayNothingAndThatIsSaid() {
        var found = near(Tried.of(KnownFunction.cube(2), 30, 1, configuration -> 1));

        assertThat(found.mains()).isEmpty();
        assertThat(found.notes()).hasSize(1);
    }
}
