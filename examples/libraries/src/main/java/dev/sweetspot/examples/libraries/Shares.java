package dev.sweetspot.examples.libraries;

/** Which share of answers is wrong. */
final class Shares {
    private Shares() {}

    /**
     * Of two classes.
     *
     * @param probabilities of class 1, a row for each item
     */
    static double wrong(float[][] probabilities, float[] labels) {
        int wrong = 0;
        for (int i = 0; i < labels.length; i++) {
            wrong += (probabilities[i][0] > 0.5) == (labels[i] > 0.5) ? 0 : 1;
        }
        return (double) wrong / labels.length;
    }
}
