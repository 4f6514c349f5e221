package dev.sweetspot.benchmarks.regret;

/**
 * Published test functions, all to be minimised. Sources with the numbers of their formulas stand at each; optima are
 * those of the papers.
 */
final class Functions {
    private static final double[] HARTMANN_ALPHA = {1.0, 1.2, 3.0, 3.2};
    private static final double[][] HARTMANN_A = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_P = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    private Functions() {}

    /** Dixon and Szego 1978; x in [-5, 10], y in [0, 15]; three minima of 0.397887. */
    static double branin(double x, double y) {
        double valley = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return valley * valley + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    /** Dixon and Szego 1978; six numbers in [0, 1]; minimum -3.32237. */
    static double hartmann6(double[] x) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double exponent = 0;
            for (int j = 0; j < 6; j++) {
                double d = x[j] - HARTMANN_P[i][j];
                exponent += HARTMANN_A[i][j] * d * d;
            }
            sum += HARTMANN_ALPHA[i] * Math.exp(-exponent);
        }
        return -sum;
    }

    /** Ackley 1987, with Baeck's constants (1996); minimum 0 at 0. */
    static double ackley(double[] z) {
        double squares = 0;
        double waves = 0;
        for (double each : z) {
            squares += each * each;
            waves += Math.cos(2 * Math.PI * each);
        }
        return -20 * Math.exp(-0.2 * Math.sqrt(squares / z.length)) - Math.exp(waves / z.length) + 20 + Math.E;
    }

    /** Rosenbrock 1960, in its form for many dimensions; minimum 0 at (1, ..., 1). */
    static double rosenbrock(double[] z) {
        double sum = 0;
        for (int i = 0; i + 1 < z.length; i++) {
            double valley = z[i] * z[i] - z[i + 1];
            sum += 100 * valley * valley + (z[i] - 1) * (z[i] - 1);
        }
        return sum;
    }

    /** Rastrigin 1974; minimum 0 at 0. */
    static double rastrigin(double[] z) {
        double sum = 10.0 * z.length;
        for (double each : z) {
            sum += each * each - 10 * Math.cos(2 * Math.PI * each);
        }
        return sum;
    }

    /** Levy and Montalvo 1985; minimum 0 at (1, ..., 1). */
    static double levy(double[] x) {
        int n = x.length;
        double first = Math.sin(Math.PI * shrunk(x[0]));
        double sum = first * first;
        for (int i = 0; i + 1 < n; i++) {
            double w = shrunk(x[i]);
            double wave = Math.sin(Math.PI * w + 1);
            sum += (w - 1) * (w - 1) * (1 + 10 * wave * wave);
        }
        double last = shrunk(x[n - 1]);
        double wave = Math.sin(2 * Math.PI * last);
        return sum + (last - 1) * (last - 1) * (1 + wave * wave);
    }

    private static double shrunk(double x) {
        return 1 + (x - 1) / 4;
    }

    /** Styblinski and Tang 1990, shifted by its minimum so that it is 0. */
    static double styblinskiTang(double[] x) {
        double sum = 0;
        for (double each : x) {
            double square = each * each;
            sum += (square * square - 16 * square + 5 * each) / 2 + 39.16616570377142;
        }
        return sum;
    }

    /** Zitzler, Deb and Thiele 2000, T1: a convex front, f2 = 1 - sqrt(f1). */
    static double[] zdt1(double[] x) {
        double g = spread(x);
        return new double[] {x[0], g * (1 - Math.sqrt(x[0] / g))};
    }

    /** Zitzler, Deb and Thiele 2000, T2: a concave front, f2 = 1 - f1^2. */
    static double[] zdt2(double[] x) {
        double g = spread(x);
        double share = x[0] / g;
        return new double[] {x[0], g * (1 - share * share)};
    }

    /** Zitzler, Deb and Thiele 2000, T3: a front in five pieces. */
    static double[] zdt3(double[] x) {
        double g = spread(x);
        double share = x[0] / g;
        return new double[] {x[0], g * (1 - Math.sqrt(share) - share * Math.sin(10 * Math.PI * x[0]))};
    }

    private static double spread(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += x[i];
        }
        return 1 + 9 * sum / (x.length - 1);
    }

    /** Deb, Thiele, Laumanns and Zitzler 2002, DTLZ2: the front is the part of the unit sphere that has no negative part. */
    static double[] dtlz2(double[] x, int objectives) {
        double g = 0;
        for (int i = objectives - 1; i < x.length; i++) {
            g += (x[i] - 0.5) * (x[i] - 0.5);
        }
        var values = new double[objectives];
        for (int i = 0; i < objectives; i++) {
            double value = 1 + g;
            for (int j = 0; j < objectives - 1 - i; j++) {
                value *= Math.cos(x[j] * Math.PI / 2);
            }
            if (i > 0) {
                value *= Math.sin(x[objectives - 1 - i] * Math.PI / 2);
            }
            values[i] = value;
        }
        return values;
    }
}
