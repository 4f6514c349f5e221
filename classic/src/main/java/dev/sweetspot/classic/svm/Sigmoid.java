package dev.sweetspot.classic.svm;

/**
 * A probability of what a machine says: {@code 1 / (1 + exp(a f + b))} (Platt 2000), fitted by Newton's method with
 * backtracking (Lin, Lin and Weng 2007, https://doi.org/10.1007/s10994-007-5018-6, algorithm 1).
 */
record Sigmoid(double a, double b) {
    private static final int MOST = 100;
    private static final double LEAST_STEP = 1e-10;
    private static final double RIDGE = 1e-12;
    private static final double TOLERANCE = 1e-5;

    double of(double said) {
        double f = a * said + b;
        return f >= 0 ? StrictMath.exp(-f) / (1 + StrictMath.exp(-f)) : 1 / (1 + StrictMath.exp(f));
    }

    /**
     * Fits it.
     *
     * @param said of each row
     * @param sides of each, 1 or -1
     */
    static Sigmoid fitted(double[] said, double[] sides) {
        int positive = 0;
        for (double side : sides) {
            positive += side > 0 ? 1 : 0;
        }
        double negative = sides.length - positive;
        // Targets short of 1 and 0, as if there were one more row of each side (Platt 2000, section 2.2).
        double high = (positive + 1.0) / (positive + 2.0);
        double low = 1 / (negative + 2);
        var targets = new double[sides.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = sides[i] > 0 ? high : low;
        }
        var current = new Sigmoid(0, StrictMath.log((negative + 1) / (positive + 1.0)));
        double loss = current.loss(said, targets);
        for (int step = 0; step < MOST; step++) {
            var next = current.step(said, targets, loss);
            if (next.equals(current)) {
                return current;
            }
            current = next;
            loss = current.loss(said, targets);
        }
        return current;
    }

    /** The next one; the same where there is none better. */
    private Sigmoid step(double[] said, double[] targets, double loss) {
        double h11 = RIDGE;
        double h22 = RIDGE;
        double h21 = 0;
        double g1 = 0;
        double g2 = 0;
        for (int i = 0; i < said.length; i++) {
            double p = of(said[i]);
            double d2 = p * (1 - p);
            double d1 = targets[i] - p;
            h11 += said[i] * said[i] * d2;
            h22 += d2;
            h21 += said[i] * d2;
            g1 += said[i] * d1;
            g2 += d1;
        }
        if (Math.abs(g1) < TOLERANCE && Math.abs(g2) < TOLERANCE) {
            return this;
        }
        double determinant = h11 * h22 - h21 * h21;
        double da = -(h22 * g1 - h21 * g2) / determinant;
        double db = -(-h21 * g1 + h11 * g2) / determinant;
        double slope = g1 * da + g2 * db;
        for (double length = 1; length >= LEAST_STEP; length /= 2) {
            var next = new Sigmoid(a + length * da, b + length * db);
            if (next.loss(said, targets) < loss + 1e-4 * length * slope) {
                return next;
            }
        }
        return this;
    }

    private double loss(double[] said, double[] targets) {
        double sum = 0;
        for (int i = 0; i < said.length; i++) {
            double f = a * said[i] + b;
            sum += f >= 0
                    ? targets[i] * f + StrictMath.log1p(StrictMath.exp(-f))
                    : (targets[i] - 1) * f + StrictMath.log1p(StrictMath.exp(f));
        }
        return sum;
    }
}
