package dev.sweetspot.samplers.cma;

/**
 * The constants of the strategy for n coordinates and lambda trials a generation (Hansen 2016, "The CMA evolution
 * strategy: a tutorial", arXiv:1604.00772, table 1, with negative weights). Immutable.
 */
final class Strategy {
    final int size;
    /** For the best of a generation first; the first half sums to 1, the others are negative. */
    final double[] weights;

    final double effective;
    final double pathRate;
    final double damping;
    final double covariancePathRate;
    final double rankOne;
    final double rankMu;
    /** The expected length of a vector of n standard normal numbers. */
    final double length;

    Strategy(int n, int lambda) {
        this.size = lambda;
        var raw = new double[lambda];
        double positive = 0;
        double positiveSquares = 0;
        double negative = 0;
        double negativeSquares = 0;
        for (int i = 0; i < lambda; i++) {
            raw[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1.0);
            if (i < lambda / 2) {
                positive += raw[i];
                positiveSquares += raw[i] * raw[i];
            } else {
                negative += raw[i];
                negativeSquares += raw[i] * raw[i];
            }
        }
        effective = positive * positive / positiveSquares;
        double negativeEffective = negativeSquares > 0 ? negative * negative / negativeSquares : 0;
        pathRate = (effective + 2) / (n + effective + 5);
        damping = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1.0)) - 1) + pathRate;
        covariancePathRate = (4 + effective / n) / (n + 4 + 2 * effective / n);
        rankOne = 2 / ((n + 1.3) * (n + 1.3) + effective);
        rankMu =
                Math.min(1 - rankOne, 2 * (0.25 + effective - 2 + 1 / effective) / ((n + 2.0) * (n + 2.0) + effective));
        double most = Math.min(
                Math.min(1 + rankOne / rankMu, 1 + 2 * negativeEffective / (effective + 2)),
                (1 - rankOne - rankMu) / (n * rankMu));
        weights = new double[lambda];
        double negatives = 0;
        for (double weight : raw) {
            negatives += weight < 0 ? -weight : 0;
        }
        double positives = 0;
        for (double weight : raw) {
            positives += weight > 0 ? weight : 0;
        }
        for (int i = 0; i < lambda; i++) {
            weights[i] = raw[i] >= 0 ? raw[i] / positives : most * raw[i] / negatives;
        }
        length = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    }

    /** 4 + 3 ln n, the usual number of trials a generation. */
    static int usualSize(int coordinates) {
        return 4 + (int) (3 * Math.log(Math.max(1, coordinates)));
    }
}
