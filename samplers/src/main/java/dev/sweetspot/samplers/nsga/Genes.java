package dev.sweetspot.samplers.nsga;

import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.random.RandomGenerator;

/** How children come of two parents in the unit cube of a space. */
final class Genes {
    private final Parameter<?>[] parameters;
    private final int[] counts;
    private final double crossover;
    private final double crossoverIndex;
    private final double mutationIndex;

    /**
     * @param crossover how often numbers are crossed at all
     * @param crossoverIndex eta_c: the larger, the nearer children stay to their parents
     * @param mutationIndex eta_m: the larger, the smaller mutations are
     */
    Genes(SearchSpace space, double crossover, double crossoverIndex, double mutationIndex) {
        this.parameters = space.parameters().toArray(Parameter<?>[]::new);
        this.counts = new int[parameters.length];
        for (int k = 0; k < counts.length; k++) {
            counts[k] = Encoding.of(SearchSpace.of(parameters[k]))
                    .size()
                    .map(size -> size.bitLength() < 31 ? size.intValue() : 0)
                    .orElse(0);
        }
        this.crossover = crossover;
        this.crossoverIndex = crossoverIndex;
        this.mutationIndex = mutationIndex;
    }

    private boolean isChoice(int k) {
        return parameters[k] instanceof CategoricalParameter || parameters[k] instanceof BooleanParameter;
    }

    /**
     * A child. What is active in one parent only comes from that one; what is active in neither is drawn, as it may become
     * active in the child.
     */
    double[] child(double[] mother, double[] father, RandomGenerator random) {
        var child = new double[parameters.length];
        boolean crossed = random.nextDouble() < crossover;
        int active = 0;
        for (int k = 0; k < child.length; k++) {
            boolean inMother = !Double.isNaN(mother[k]);
            boolean inFather = !Double.isNaN(father[k]);
            if (!inMother || !inFather) {
                child[k] = inMother ? mother[k] : inFather ? father[k] : random.nextDouble();
            } else if (isChoice(k) || counts[k] == 2) {
                child[k] = crossed && random.nextBoolean() ? father[k] : mother[k];
            } else {
                child[k] = crossed && random.nextBoolean() ? crossed(mother[k], father[k], random) : mother[k];
            }
            active += inMother || inFather ? 1 : 0;
        }
        double rate = 1.0 / Math.max(1, active);
        for (int k = 0; k < child.length; k++) {
            if (random.nextDouble() < rate) {
                child[k] = isChoice(k) ? otherChoice(child[k], counts[k], random) : mutated(child[k], k, random);
            }
        }
        return child;
    }

    /** Simulated binary crossover within bounds (Deb and Agrawal 1995; Deb and Kumar 1995, Complex Systems 9). */
    private double crossed(double one, double other, RandomGenerator random) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        if (high - low < 1e-14) {
            return one;
        }
        boolean lower = random.nextBoolean();
        double room = 1 + 2 * (lower ? low : 1 - high) / (high - low);
        double alpha = 2 - Math.pow(room, -(crossoverIndex + 1));
        double u = random.nextDouble();
        double spread = u <= 1 / alpha
                ? Math.pow(u * alpha, 1 / (crossoverIndex + 1))
                : Math.pow(1 / (2 - u * alpha), 1 / (crossoverIndex + 1));
        double middle = (low + high) / 2;
        double half = spread * (high - low) / 2;
        return clamped(lower ? middle - half : middle + half);
    }

    /** Polynomial mutation within bounds (Deb and Goyal 1996); counted values change by one step at the least. */
    private double mutated(double x, int k, RandomGenerator random) {
        double u = random.nextDouble();
        double power = 1 / (mutationIndex + 1);
        double changed;
        if (u < 0.5) {
            double base = 2 * u + (1 - 2 * u) * Math.pow(1 - x, mutationIndex + 1);
            changed = x + Math.pow(base, power) - 1;
        } else {
            double base = 2 * (1 - u) + (2 * u - 1) * Math.pow(x, mutationIndex + 1);
            changed = x + 1 - Math.pow(base, power);
        }
        double step = counts[k] > 1 ? 1.0 / counts[k] : 0;
        if (Math.abs(changed - x) < step) {
            changed = changed < x ? x - step : x + step;
            changed = changed < 0 ? x + step : changed > 1 ? x - step : changed;
        }
        return clamped(changed);
    }

    private static double otherChoice(double x, int count, RandomGenerator random) {
        if (count < 2) {
            return x;
        }
        int own = (int) Math.min(count - 1.0, Math.floor(x * count));
        int other = random.nextInt(count - 1);
        return ((other >= own ? other + 1 : other) + 0.5) / count;
    }

    private static double clamped(double x) {
        return Math.max(0, Math.min(1, x));
    }
}
