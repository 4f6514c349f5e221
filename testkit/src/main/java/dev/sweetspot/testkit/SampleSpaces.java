package dev.sweetspot.testkit;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.Relation.Comparison;
import dev.sweetspot.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spaces with all that makes spaces hard. */
public final class SampleSpaces {
    private SampleSpaces() {}

    /** All of them by name; each has a feasible configuration. */
    public static Map<String, SearchSpace> all() {
        var spaces = new LinkedHashMap<String, SearchSpace>();
        spaces.put("real", SearchSpace.of(Parameter.real("x", -1, 1)));
        spaces.put("mixed", mixed());
        spaces.put("conditional", conditional());
        spaces.put("finite", finite());
        spaces.put("single", SearchSpace.of(Parameter.categorical("only", "one")));
        spaces.put("ordered", ordered());
        spaces.put("shares", shares());
        spaces.put("millionth", millionth());
        return spaces;
    }

    /** Every kind of parameter and scale. */
    public static SearchSpace mixed() {
        return SearchSpace.of(
                Parameter.real("rate", 1e-5, 1).logarithmic(),
                Parameter.real("momentum", 0, 0.99).reverseLogarithmic(),
                Parameter.real("dropout", 0, 0.5).withStep(0.1),
                Parameter.integer("layers", 1, 8),
                Parameter.ordinal("batch", 16, 32, 64),
                Parameter.categorical("kind", "a", "b", "c"),
                Parameter.bool("flip"));
    }

    /** Three levels of conditions. */
    public static SearchSpace conditional() {
        var kind = Parameter.categorical("kind", "plain", "rich");
        var extra = Parameter.bool("extra");
        return SearchSpace.of(kind)
                .with(extra, Condition.when(kind, "rich"))
                .with(Parameter.real("weight", 0, 1), Condition.when(extra, true))
                .with(Parameter.integer("n", 1, 3));
    }

    /** Ten configurations: 4 times 3 less two that are forbidden. */
    public static SearchSpace finite() {
        return SearchSpace.of(Parameter.integer("n", 1, 4), Parameter.categorical("kind", "a", "b", "c"))
                .with(new Relation.Forbidden(Map.of("n", "1", "kind", "a")))
                .with(new Relation.Forbidden(Map.of("n", "4", "kind", "c")));
    }

    /** a at most b at most c. */
    public static SearchSpace ordered() {
        var a = Parameter.real("a", 0, 1);
        var b = Parameter.real("b", 0, 1);
        var c = Parameter.integer("c", 0, 1);
        return SearchSpace.of(a, b, c).with(Relation.order(a, b)).with(Relation.order(b, c));
    }

    /** Three shares of one: an equality. */
    public static SearchSpace shares() {
        return SearchSpace.of(Parameter.real("a", 0, 1), Parameter.real("b", 0, 1), Parameter.real("c", 0, 1))
                .with(linear(Comparison.EQUAL, 1, "a", 1, "b", 1, "c", 1));
    }

    /** A corner of one millionth of the volume. */
    public static SearchSpace millionth() {
        double edge = Math.cbrt(6e-6);
        return SearchSpace.of(Parameter.real("a", 0, 1), Parameter.real("b", 0, 1), Parameter.real("c", 0, 1))
                .with(linear(Comparison.AT_MOST, edge, "a", 1, "b", 1, "c", 1));
    }

    /** No configuration at all. */
    public static SearchSpace empty() {
        return SearchSpace.of(Parameter.real("a", 0, 1), Parameter.real("b", 0, 1))
                .with(linear(Comparison.AT_LEAST, 3, "a", 1, "b", 1));
    }

    private static Relation linear(Comparison comparison, double bound, Object... namesAndFactors) {
        var factors = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            factors.put((String) namesAndFactors[i], ((Number) namesAndFactors[i + 1]).doubleValue());
        }
        return new Relation.Linear(factors, comparison, bound);
    }
}
