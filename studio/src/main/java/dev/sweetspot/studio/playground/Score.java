package dev.sweetspot.studio.playground;

/**
 * How a network stood at some moment.
 *
 * @param epochs how many were done, in parts too
 * @param training on the points that it learns from
 * @param test on those that were set aside
 */
record Score(double epochs, Part training, Part test) {
    /**
     * How it stood on some points.
     *
     * @param loss the mean of -ln of the probability given to the true class; of numbers the root of the mean squared error
     * @param right the share of points whose class was found; NaN for numbers
     */
    record Part(double loss, double right) {}

    /** Whether it can still be computed with. */
    boolean sound() {
        return Double.isFinite(training.loss()) && Double.isFinite(test.loss());
    }
}
