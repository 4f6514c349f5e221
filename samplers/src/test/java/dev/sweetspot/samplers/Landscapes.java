package dev.sweetspot.samplers;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;

/** Functions to search, with their minimum known. */
public final class Landscapes {
    private static final RealParameter RATE = Parameter.real("rate", 1e-5, 1).logarithmic();
    private static final RealParameter DROPOUT = Parameter.real("dropout", 0, 0.9);
    private static final IntegerParameter LAYERS = Parameter.integer("layers", 1, 10);
    private static final IntegerParameter UNITS =
            Parameter.integer("units", 8, 512).logarithmic();
    private static final CategoricalParameter<String> KIND = Parameter.categorical("kind", "a", "b", "c", "d");

    private static final CategoricalParameter<String> MODEL = Parameter.categorical("model", "one", "two", "three");
    private static final RealParameter FIRST = Parameter.real("first", 0, 1);
    private static final RealParameter SECOND = Parameter.real("second", 0, 1);
    private static final RealParameter THIRD = Parameter.real("third", 0, 1);
    private static final RealParameter FOURTH = Parameter.real("fourth", 0, 1);

    private Landscapes() {}

    /** Two logarithmic, two linear, one unordered parameter. */
    public static SearchSpace mixed() {
        return SearchSpace.of(RATE, DROPOUT, LAYERS, UNITS, KIND);
    }

    /** A bowl over {@link #mixed}; 0 at rate 0.002, dropout 0.3, 7 layers, 64 units, kind c. */
    public static double bowl(Configuration at) {
        return square(Math.log10(at.get(RATE) / 0.002) / 5)
                + square((at.get(DROPOUT) - 0.3) / 0.9)
                + square((at.get(LAYERS) - 7) / 10.0)
                + square(Math.log(at.get(UNITS) / 64.0) / Math.log(64))
                + (at.get(KIND).equals("c") ? 0 : 0.2);
    }

    /** Three models with two parameters each. */
    public static SearchSpace tree() {
        return SearchSpace.of(MODEL)
                .with(FIRST, Condition.when(MODEL, "one"))
                .with(SECOND, Condition.when(MODEL, "two"))
                .with(THIRD, Condition.when(MODEL, "three"))
                .with(FOURTH, Condition.when(MODEL, "two", "three"));
    }

    /** A valley in each branch of {@link #tree}; the third is the deepest and the narrowest: 0 at 0.8 and 0.2. */
    public static double valleys(Configuration at) {
        return switch (at.get(MODEL)) {
            case "one" -> 0.3 + 0.2 * Math.abs(at.get(FIRST) - 0.5);
            case "two" -> 0.2 + 0.4 * Math.abs(at.get(SECOND) - 0.3) + 0.2 * at.get(FOURTH);
            default -> Math.min(0.5, 1.5 * Math.abs(at.get(THIRD) - 0.8) + Math.abs(at.get(FOURTH) - 0.2));
        };
    }

    private static double square(double x) {
        return x * x;
    }
}
