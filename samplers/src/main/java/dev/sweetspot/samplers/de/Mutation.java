package dev.sweetspot.samplers.de;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.random.RandomGenerator;

/** Mutants and children in the unit cube of a space. */
final class Mutation {
    private final Parameter<?>[] parameters;
    private final double weight;
    private final double crossover;

    Mutation(SearchSpace space, double weight, double crossover) {
        this.parameters = space.parameters().toArray(Parameter<?>[]::new);
        this.weight = weight;
        this.crossover = crossover;
    }

    /**
     * base + F (one - other). What leaves the cube is drawn anew (Awad et al. 2021, section 3.1), as is what is active in
     * none; what is not active in the base comes from the others. A choice has no differences: where two differ, any is drawn with
     * probability F, else with probability 1 / d, so that one that all have is not the last.
     */
    double[] mutant(double[] base, double[] one, double[] other, RandomGenerator random) {
        var mutant = new double[base.length];
        for (int k = 0; k < mutant.length; k++) {
            double from = active(base[k], one[k], other[k], random);
            boolean both = !Double.isNaN(one[k]) && !Double.isNaN(other[k]);
            if (isChoice(k)) {
                boolean differ = both && one[k] != other[k];
                boolean moved = random.nextDouble() < (differ ? weight : 1.0 / mutant.length);
                mutant[k] = moved ? random.nextDouble() : from;
            } else {
                mutant[k] = from + (both ? weight * (one[k] - other[k]) : 0);
                if (mutant[k] < 0 || mutant[k] > 1) {
                    mutant[k] = random.nextDouble();
                }
            }
        }
        return mutant;
    }

    /** The first that is active; a draw when none is. */
    private static double active(double base, double one, double other, RandomGenerator random) {
        double given = Double.isNaN(base) ? Double.isNaN(one) ? other : one : base;
        return Double.isNaN(given) ? random.nextDouble() : given;
    }

    private boolean isChoice(int k) {
        return parameters[k] instanceof CategoricalParameter || parameters[k] instanceof BooleanParameter;
    }

    /** Binomial crossover: each coordinate of the mutant with probability CR, one of them surely. */
    double[] crossed(double[] target, double[] mutant, RandomGenerator random) {
        var child = new double[target.length];
        int sure = random.nextInt(Math.max(1, child.length));
        for (int k = 0; k < child.length; k++) {
            boolean take = random.nextDouble() < crossover || k == sure || Double.isNaN(target[k]);
            child[k] = take ? mutant[k] : target[k];
        }
        return child;
    }
}
