package dev.sweetspot.insight.health;

/** How probable it is that something is chance. */
final class Chance {
    private Chance() {}

    /** The probability of at least so many hits among n, each with probability p: the sum of the binomial distribution. */
    static double atLeast(int hits, int n, double p) {
        if (hits <= 0 || p >= 1) {
            return 1;
        }
        if (p <= 0) {
            return 0;
        }
        double sum = 0;
        for (int k = hits; k <= n; k++) {
            sum += Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log((double) (n - k + i) / i);
        }
        return sum;
    }
}
