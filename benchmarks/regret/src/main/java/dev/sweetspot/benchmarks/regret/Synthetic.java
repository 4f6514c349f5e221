package dev.sweetspot.benchmarks.regret;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The challenges that need no files: published functions, alone and dressed as mixed, conditional and limited spaces. */
final class Synthetic {
    private static final String VALUE = "value";
    /** The set of those with many parameters. */
    private static final String MANY = "many";

    /** Half of the plane of Branin's function has a larger sum of its two numbers, one of the three minima too. */
    private static final double MOST_LOAD = 10;

    private Synthetic() {}

    static List<Challenge> all() {
        var all = new ArrayList<Challenge>();
        var plane = SearchSpace.of(Parameter.real("x", -5, 10), Parameter.real("y", 0, 15));
        all.add(single("branin", plane, c -> Functions.branin(real(c, "x"), real(c, "y"))));
        all.add(single("hartmann6", box(6, 0, 1), c -> Functions.hartmann6(reals(c, 6)), "core"));
        all.add(single("rosenbrock6", box(6, -5, 10), c -> Math.log10(1 + Functions.rosenbrock(reals(c, 6)))));
        var valley = Instances.rosenbrock("rosen-rot6");
        all.add(single("rosen-rot6", box(6, -5, 5), c -> valley.of(reals(c, 6)), "core"));
        var peaks = Instances.gallagher("gallagher5");
        all.add(single("gallagher5", box(5, -5, 5), c -> peaks.of(reals(c, 5)), "core"));
        all.add(single("levy10", box(10, -10, 10), c -> Functions.levy(reals(c, 10))));
        all.add(single("rastrigin5", box(5, -4.1, 6.2), c -> Functions.rastrigin(reals(c, 5))));
        all.add(single("styblinski-tang8", box(8, -5, 5), c -> Functions.styblinskiTang(reals(c, 8))));
        all.add(single("ackley-choices", mixed(), Synthetic::ackleyChoices));
        all.add(single("condtree", FamilyTree.SPACE, FamilyTree::value, "cond", "large"));
        all.add(single("levy20", box(20, -10, 10), c -> Functions.levy(reals(c, 20)), MANY));
        all.add(single("rosenbrock20", box(20, -5, 10), c -> Math.log10(1 + Functions.rosenbrock(reals(c, 20))), MANY));
        all.add(single("ackley30", box(30, -3, 7), c -> Functions.ackley(reals(c, 30)), MANY));
        all.add(single("hartmann6-of-30", box(30, 0, 1), c -> Functions.hartmann6(reals(c, 6)), MANY));
        all.add(several("mo-zdt1", box(8, 0, 1), 2, c -> Functions.zdt1(reals(c, 8))));
        all.add(several("mo-zdt2", box(8, 0, 1), 2, c -> Functions.zdt2(reals(c, 8))));
        all.add(several("mo-zdt3", box(8, 0, 1), 2, c -> Functions.zdt3(reals(c, 8))));
        all.add(several("mo-dtlz2", box(7, 0, 1), 3, c -> Functions.dtlz2(reals(c, 7), 3)));
        all.add(limited());
        return List.copyOf(all);
    }

    private static Challenge single(
            String name, SearchSpace space, ToDoubleFunction<Configuration> value, String... more) {
        return new Challenge(
                name,
                Problem.of(space, Objective.minimize(VALUE)),
                (configuration, fidelity) -> Measurements.of(VALUE, value.applyAsDouble(configuration)),
                sets(more));
    }

    private static Challenge several(
            String name, SearchSpace space, int count, Function<Configuration, double[]> values) {
        var objectives = new ArrayList<Objective>();
        for (int k = 1; k <= count; k++) {
            objectives.add(Objective.minimize(VALUE + "_" + k));
        }
        return new Challenge(
                name,
                new Problem(space, objectives, List.of(), Fidelity.WHOLE),
                (configuration, fidelity) -> {
                    var found = values.apply(configuration);
                    var measured = Measurements.NONE;
                    for (int k = 0; k < count; k++) {
                        measured = measured.and(objectives.get(k).name(), found[k]);
                    }
                    return measured;
                },
                sets());
    }

    /** Branin's function up to a line that cuts off half of the plane. */
    private static Challenge limited() {
        var limit = new Constraint("load", Constraint.Bound.AT_MOST, MOST_LOAD, Constraint.Known.AFTER);
        var space = SearchSpace.of(Parameter.real("x", -5, 10), Parameter.real("y", 0, 15));
        return new Challenge(
                "branin-limited",
                new Problem(space, List.of(Objective.minimize(VALUE)), List.of(limit), Fidelity.WHOLE),
                (c, fidelity) -> Measurements.of(VALUE, Functions.branin(real(c, "x"), real(c, "y")))
                        .and("load", real(c, "x") + real(c, "y")),
                sets("limited"));
    }

    /** Ackley's function over four numbers, two whole numbers and two choices whose order means nothing. */
    private static double ackleyChoices(Configuration c) {
        var names = List.of("d", "a", "c", "e", "b");
        return Functions.ackley(new double[] {
            real(c, "x0") - 1.2,
            real(c, "x1") + 2.3,
            real(c, "x2") - 0.4,
            real(c, "x3") + 3.1,
            ((Integer) value(c, "k0")) - 3,
            ((Integer) value(c, "k1")) + 6,
            1.5 * names.indexOf(value(c, "c0").toString()),
            1.5 * (4 - names.indexOf(value(c, "c1").toString()))
        });
    }

    private static SearchSpace mixed() {
        return box(4, -5, 5)
                .with(Parameter.integer("k0", -10, 10))
                .with(Parameter.integer("k1", -10, 10))
                .with(Parameter.categorical("c0", "a", "b", "c", "d", "e"))
                .with(Parameter.categorical("c1", "a", "b", "c", "d", "e"));
    }

    private static Set<String> sets(String... more) {
        var sets = new ArrayList<>(List.of(more));
        sets.add("synthetic");
        return Set.copyOf(sets);
    }

    private static SearchSpace box(int count, double low, double high) {
        var space = SearchSpace.empty();
        for (int i = 0; i < count; i++) {
            space = space.with(Parameter.real("x" + i, low, high));
        }
        return space;
    }

    private static double[] reals(Configuration configuration, int count) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = real(configuration, "x" + i);
        }
        return values;
    }

    static double real(Configuration configuration, String name) {
        return ((Number) value(configuration, name)).doubleValue();
    }

    static Object value(Configuration configuration, String name) {
        var value = configuration.values().get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not active in " + configuration);
        }
        return value;
    }

    /** Three families of models with parameters of their own, and a family's choices in them; the minimum is 0. */
    private static final class FamilyTree {
        private static final Parameter<String> MODEL = Parameter.categorical("model", "A", "B", "C");
        private static final Parameter<String> KERNEL = Parameter.categorical("b_kernel", "lin", "rbf");
        private static final Parameter<String> OPTIMIZER = Parameter.categorical("c_opt", "sgd", "adam", "rms");
        private static final Condition A = Condition.when(MODEL, "A");
        private static final Condition B = Condition.when(MODEL, "B");
        private static final Condition C = Condition.when(MODEL, "C");
        static final SearchSpace SPACE = SearchSpace.of(MODEL)
                .with(Parameter.real("a_lr", 1e-5, 1).logarithmic(), A)
                .with(Parameter.integer("a_depth", 1, 16), A)
                .with(Parameter.real("b_reg", 1e-3, 1e3).logarithmic(), B)
                .with(KERNEL, B)
                .with(Parameter.real("b_gamma", 1e-6, 10).logarithmic(), B, Condition.when(KERNEL, "rbf"))
                .with(Parameter.real("c_lr", 1e-6, 1).logarithmic(), C)
                .with(Parameter.real("c_drop", 0, 0.9), C)
                .with(Parameter.integer("c_layers", 1, 8), C)
                .with(OPTIMIZER, C)
                .with(Parameter.real("c_mom", 0, 0.99), C, Condition.when(OPTIMIZER, "sgd"));

        private FamilyTree() {}

        static double value(Configuration c) {
            return switch (c.get(MODEL)) {
                case "A" ->
                    0.30 + Math.abs(Math.log10(real(c, "a_lr")) + 2.3) * 0.1 + 0.01 * Math.abs(real(c, "a_depth") - 6);
                case "B" -> kernelMachine(c);
                default -> network(c);
            };
        }

        private static double kernelMachine(Configuration c) {
            double value = 0.20 + 0.08 * Math.abs(Math.log10(real(c, "b_reg")) - 1);
            return c.get(KERNEL).equals("rbf")
                    ? value - 0.10 + 0.06 * Math.abs(Math.log10(real(c, "b_gamma")) + 3.2)
                    : value;
        }

        private static double network(Configuration c) {
            double rate = (Math.log10(real(c, "c_lr")) + 3.1) / 0.8;
            double drop = real(c, "c_drop") - 0.35;
            double value = 0.5 * (1 - Math.exp(-rate * rate)) + 0.2 * drop * drop;
            var optimizer = c.get(OPTIMIZER);
            value += optimizer.equals("sgd") ? 0.08 : optimizer.equals("rms") ? 0.04 : 0;
            if (optimizer.equals("sgd")) {
                double momentum = (real(c, "c_mom") - 0.9) / 0.05;
                value -= 0.05 * Math.exp(-momentum * momentum);
            }
            return value + 0.03 * Math.abs(real(c, "c_layers") - 4);
        }
    }
}
