package dev.sweetspot.insight.importance;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.Tried;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A function of the unit cube of which is known how much of its variance each parameter and each pair accounts for. */
record KnownFunction(ToDoubleFunction<double[]> of, double variance, Map<List<String>, Double> shares) {
    private static final double PI = Math.PI;

    /** Ishigami and Homma 1990 with a = 7, b = 0.1; its indices are in Saltelli, Chan and Scott 2000, chapter 2. */
    static KnownFunction ishigami() {
        double a = 7;
        double b = 0.1;
        double first = 0.5 * Math.pow(1 + b * Math.pow(PI, 4) / 5, 2);
        double second = a * a / 8;
        double together = b * b * Math.pow(PI, 8) * (1.0 / 18 - 1.0 / 50);
        double all = first + second + together;
        return new KnownFunction(
                u -> {
                    double x = (2 * u[0] - 1) * PI;
                    double y = Math.sin((2 * u[1] - 1) * PI);
                    double z = (2 * u[2] - 1) * PI;
                    return Math.sin(x) + a * y * y + b * z * z * z * z * Math.sin(x);
                },
                all,
                Map.of(
                        List.of("x0"), first / all,
                        List.of("x1"), second / all,
                        List.of("x0", "x2"), together / all));
    }

    /** Sobol's g: the product of (|4u - 2| + a) / (1 + a); each factor has the variance 1 / (3 (1 + a)²). */
    static KnownFunction sobol(double... a) {
        var alone = new double[a.length];
        double all = 1;
        for (int i = 0; i < a.length; i++) {
            alone[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
            all *= 1 + alone[i];
        }
        var shares = new LinkedHashMap<List<String>, Double>();
        for (int i = 0; i < a.length; i++) {
            shares.put(List.of("x" + i), alone[i] / (all - 1));
            for (int j = i + 1; j < a.length; j++) {
                shares.put(List.of("x" + i, "x" + j), alone[i] * alone[j] / (all - 1));
            }
        }
        return new KnownFunction(
                u -> {
                    double product = 1;
                    for (int i = 0; i < a.length; i++) {
                        product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
                    }
                    return product;
                },
                all - 1,
                shares);
    }

    /** A sum of Legendre polynomials of one parameter each, of degree 1 or 2, and of two products of two, all drawn. */
    static KnownFunction drawn(SplittableRandom random, int parameters) {
        var weights = new double[parameters];
        var degrees = new int[parameters];
        double all = 0;
        for (int i = 0; i < parameters; i++) {
            // Every other parameter does nothing.
            weights[i] = i % 2 == 0 ? random.nextDouble(0.3, 1) : 0;
            degrees[i] = 1 + random.nextInt(2);
            all += weights[i] * weights[i];
        }
        double first = random.nextDouble(0.2, 0.8);
        double second = random.nextDouble(0.2, 0.8);
        all += first * first + second * second;
        var shares = new LinkedHashMap<List<String>, Double>();
        for (int i = 0; i < parameters; i++) {
            shares.put(List.of("x" + i), weights[i] * weights[i] / all);
        }
        shares.put(List.of("x0", "x1"), first * first / all);
        shares.put(List.of("x2", "x4"), second * second / all);
        return new KnownFunction(
                u -> {
                    double sum = first * legendre(1, u[0]) * legendre(1, u[1]);
                    sum += second * legendre(1, u[2]) * legendre(1, u[4]);
                    for (int i = 0; i < parameters; i++) {
                        sum += weights[i] * legendre(degrees[i], u[i]);
                    }
                    return sum;
                },
                all,
                shares);
    }

    /** Of mean 0 and variance 1. */
    private static double legendre(int degree, double u) {
        double z = 2 * u - 1;
        return degree == 1 ? Math.sqrt(3) * z : Math.sqrt(5) * (1.5 * z * z - 0.5);
    }

    static SearchSpace cube(int parameters) {
        var space = SearchSpace.empty();
        for (int i = 0; i < parameters; i++) {
            space = space.with(Parameter.real("x" + i, 0, 1));
        }
        return space;
    }

    /** A study of random search of it, with noise of so many standard deviations of the function. */
    Studied tried(int parameters, int trials, double noise, long seed) {
        var space = cube(parameters);
        var random = new SplittableRandom(seed + 1000);
        return Tried.of(
                space,
                trials,
                seed,
                configuration -> of.applyAsDouble(Encoding.of(space).encode(configuration))
                        + noise * Math.sqrt(variance) * random.nextGaussian());
    }

    /** By how much the worst share is off. */
    double worst(Importances importances) {
        double worst = 0;
        for (var each : importances.mains()) {
            worst = Math.max(worst, Math.abs(each.share() - shares.getOrDefault(each.parameters(), 0.0)));
        }
        for (var each : importances.pairs()) {
            worst = Math.max(worst, Math.abs(each.share() - shares.getOrDefault(each.parameters(), 0.0)));
        }
        return worst;
    }

    static Importances importances(Studied studied) {
        return Importances.of(studied, Aspect.of(studied).get(0));
    }
}
