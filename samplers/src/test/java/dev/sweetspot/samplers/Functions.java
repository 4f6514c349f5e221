package dev.sweetspot.samplers;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Problems with a known best: a space, what is sought, and what a configuration gives. */
public record Functions(Problem problem, Function<Configuration, Measurements> function) {
    private static final Objective LOSS = Objective.minimize("loss");

    private static SearchSpace cube(int dimensions, double low, double high) {
        var parameters = new ArrayList<Parameter<?>>();
        for (int k = 0; k < dimensions; k++) {
            parameters.add(Parameter.real("x" + k, low, high));
        }
        return SearchSpace.of(parameters.toArray(Parameter<?>[]::new));
    }

    private static double[] point(Configuration configuration) {
        return configuration.values().values().stream()
                .mapToDouble(value -> ((Number) value).doubleValue())
                .toArray();
    }

    /** The sum of squares around a point off the middle; 0 at best. */
    public static Functions sphere(int dimensions) {
        return new Functions(Problem.of(cube(dimensions, -5, 5), LOSS), configuration -> {
            double sum = 0;
            for (double x : point(configuration)) {
                sum += (x - 1.3) * (x - 1.3);
            }
            return Measurements.of("loss", sum);
        });
    }

    /** Rosenbrock's valley; 0 at best. */
    public static Functions valley(int dimensions) {
        return new Functions(Problem.of(cube(dimensions, -2, 3), LOSS), configuration -> {
            var x = point(configuration);
            double sum = 0;
            for (int k = 0; k + 1 < x.length; k++) {
                sum += 100 * Math.pow(x[k + 1] - x[k] * x[k], 2) + Math.pow(1 - x[k], 2);
            }
            return Measurements.of("loss", sum);
        });
    }

    /** Reals, whole numbers and choices; 0 at best. */
    public static Functions mixed() {
        var kind = CategoricalParameter.of("kind", List.of("a", "b", "c", "d"));
        var flag = Parameter.bool("flag");
        var layers = Parameter.integer("layers", 1, 8);
        var rate = Parameter.real("rate", 1e-5, 1).logarithmic();
        var share = Parameter.real("share", 0, 1);
        var space = SearchSpace.of(kind, flag, layers, rate, share);
        return new Functions(Problem.of(space, LOSS), c -> {
            double loss = List.of("c", "a", "d", "b").indexOf(c.get(kind)) * 0.3
                    + (c.get(flag) ? 0 : 0.4)
                    + Math.abs(c.get(layers) - 6) * 0.1
                    + Math.pow(Math.log10(c.get(rate)) + 2.7, 2) * 0.1
                    + Math.pow(c.get(share) - 0.21, 2);
            return Measurements.of("loss", loss);
        });
    }

    /** Two branches with parameters of their own, the better one with more of them; 0 at best. */
    public static Functions branches() {
        var kind = Parameter.categorical("kind", "plain", "rich");
        var plain = Parameter.real("plain.x", 0, 1);
        var one = Parameter.real("rich.x", 0, 1);
        var two = Parameter.integer("rich.n", 1, 6);
        var space = SearchSpace.of(kind)
                .with(plain, Condition.when(kind, "plain"))
                .with(one, Condition.when(kind, "rich"))
                .with(two, Condition.when(kind, "rich"));
        return new Functions(Problem.of(space, LOSS), c -> {
            double loss = c.get(kind).equals("plain")
                    ? 0.3 + Math.abs(c.get(plain) - 0.7)
                    : Math.abs(c.get(one) - 0.2) + 0.1 * Math.abs(c.get(two) - 5);
            return Measurements.of("loss", loss);
        });
    }

    /** ZDT1 with some parameters (Zitzler, Deb and Thiele 2000): the front is f2 = 1 - sqrt(f1). */
    public static Functions zdt1(int dimensions) {
        var objectives = List.of(Objective.minimize("f1"), Objective.minimize("f2"));
        var problem = new Problem(cube(dimensions, 0, 1), objectives, List.of(), Fidelity.WHOLE);
        return new Functions(problem, configuration -> {
            var x = point(configuration);
            double g = 1;
            for (int k = 1; k < x.length; k++) {
                g += 9 * x[k] / (x.length - 1);
            }
            return Measurements.of("f1", x[0]).and("f2", g * (1 - Math.sqrt(x[0] / g)));
        });
    }

    /** DTLZ2 with m objectives (Deb, Thiele, Laumanns and Zitzler 2005): the front is the unit sphere. */
    public static Functions dtlz2(int objectives, int dimensions) {
        var names = new ArrayList<Objective>();
        for (int k = 0; k < objectives; k++) {
            names.add(Objective.minimize("f" + k));
        }
        var problem = new Problem(cube(dimensions, 0, 1), names, List.of(), Fidelity.WHOLE);
        return new Functions(problem, configuration -> {
            var x = point(configuration);
            double g = 0;
            for (int k = objectives - 1; k < x.length; k++) {
                g += (x[k] - 0.5) * (x[k] - 0.5);
            }
            var values = Measurements.NONE;
            for (int k = objectives - 1; k >= 0; k--) {
                double value = 1 + g;
                for (int j = 0; j < objectives - 1 - k; j++) {
                    value *= Math.cos(x[j] * Math.PI / 2);
                }
                value *= k > 0 ? Math.sin(x[objectives - 1 - k] * Math.PI / 2) : 1;
                values = values.and("f" + k, value);
            }
            return values;
        });
    }
}
