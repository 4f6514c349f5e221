package dev.sweetspot.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeasibilityTest {
    private static final RealParameter X = Parameter.real("x", 0, 1);
    private static final RealParameter Y = Parameter.real("y", 0, 1);
    private static final RealParameter Z = Parameter.real("z", 0, 1);

    private static Relation linear(Relation.Comparison comparison, double bound, Object... namesAndFactors) {
        var factors = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            factors.put((String) namesAndFactors[i], ((Number) namesAndFactors[i + 1]).doubleValue());
        }
        return new Relation.Linear(factors, comparison, bound);
    }

    private static Relation atMost(double bound, Object... namesAndFactors) {
        return linear(Relation.Comparison.AT_MOST, bound, namesAndFactors);
    }

    private static Relation atLeast(double bound, Object... namesAndFactors) {
        return linear(Relation.Comparison.AT_LEAST, bound, namesAndFactors);
    }

    @Test
    void anEmptySetIsProvedAndOnlyTheRelationsAtFaultAreNamed() {
        var space = SearchSpace.of(X, Y, Z)
                .with(atLeast(1.5, "x", 1, "y", 1))
                .with(atMost(0.9, "z", 1))
                .with(atMost(0.4, "x", 1));
        assertThatThrownBy(space::requireFeasible)
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("relations = x + y >= 1.5; x <= 0.4: no configuration keeps all of these within the ranges."
                        + " Maybe widen a range, or drop one of them?");
        assertThat(Encoding.of(space).draw(new SplittableRandom(1))).isEmpty();
    }

    @Test
    void wholeNumbersThatCannotMeetAnEqualityAreProvedEmpty() {
        var a = Parameter.integer("a", 0, 10);
        var b = Parameter.integer("b", 0, 10);
        var space = SearchSpace.of(a, b).with(linear(Relation.Comparison.EQUAL, 7, "a", 2, "b", 4));
        assertThat(Encoding.of(space).feasibility()).isInstanceOf(Feasibility.Empty.class);
    }

    @Test
    void aBranchWithoutTheRelationKeepsTheSpaceFeasible() {
        var kind = Parameter.categorical("kind", "a", "b");
        var space = SearchSpace.of(kind, Y).with(X, Condition.when(kind, "a")).with(atLeast(3, "x", 1, "y", 1));
        assertThat(Encoding.of(space).feasibility()).isInstanceOf(Feasibility.Feasible.class);
        var without = space.with(new Relation.Forbidden(Map.of("kind", "b")));
        assertThat(Encoding.of(without).feasibility())
                .isInstanceOfSatisfying(Feasibility.Empty.class, empty -> assertThat(empty.atFault())
                        .hasSize(2));
    }

    @Test
    void everyForbiddenValueOfAnIntegerLeavesNothing() {
        var space = SearchSpace.of(Parameter.integer("n", 1, 3));
        for (var label : new String[] {"1", "2", "3"}) {
            space = space.with(new Relation.Forbidden(Map.of("n", label)));
        }
        assertThat(Encoding.of(space).feasibility())
                .isInstanceOfSatisfying(Feasibility.Empty.class, empty -> assertThat(empty.atFault())
                        .hasSize(3));
    }

    @Test
    void orderRelationsThatMakeACircleAreFeasibleAtEqualityOnly() {
        var space = SearchSpace.of(X, Y, Z)
                .with(Relation.order(X, Y))
                .with(Relation.order(Y, Z))
                .with(Relation.order(Z, X))
                .with(atLeast(0.9, "x", 1));
        assertThat(Encoding.of(space).feasibility())
                .isInstanceOfSatisfying(Feasibility.Feasible.class, found -> assertThat(
                                found.example().get(X))
                        .isCloseTo(found.example().get(Z), org.assertj.core.data.Offset.offset(1e-8)));
    }

    @Test
    void aHandMadeConfigurationIsAnsweredWithEverythingThatIsWrong() {
        var kind = Parameter.categorical("kind", "a", "b");
        var space = SearchSpace.of(kind, X, Parameter.real("dropout", 0, 0.7).withStep(0.1))
                .with(Y, Condition.when(kind, "b"))
                .with(Z)
                .with(atMost(1, "x", 1, "z", 1));
        var given = Configuration.of(Map.of("kind", "a", "x", 0.8, "dropout", 0.25, "y", 0.5, "z", 0.9, "zz", 1));
        assertThat(Encoding.of(space).violations(given))
                .containsExactly(
                        "dropout = 0.25: must be one of 0 to 0.7, in steps of 0.1. Maybe 0.2?",
                        "y = 0.5: must not be given: it counts only where kind is b. Maybe leave it out?",
                        "parameter = zz: is not known. Maybe z?",
                        "x = 0.8, z = 0.9: must keep x + z <= 1. Maybe change x or z?");
        assertThatThrownBy(() -> space.check(given))
                .hasMessageContaining("dropout")
                .hasMessageContaining("zz");
    }
}
