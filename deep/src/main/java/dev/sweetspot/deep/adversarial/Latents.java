package dev.sweetspot.deep.adversarial;

import dev.sweetspot.study.Seeds;

/** Random vectors that images are drawn from: independent normal numbers of mean 0 and deviation 1. */
public final class Latents {
    private static final int FEWEST = 500;
    private static final int MOST = 2000;

    /** The seed of the vectors by which generators are judged: the same for all, so that chance is the same for all. */
    static final long JUDGED = 1;

    private Latents() {}

    /** By how many drawn images a generator is judged: twice as many as there are real ones, within 500 to 2000. */
    static int judged(int real) {
        return Math.max(FEWEST, Math.min(MOST, 2 * real));
    }

    /**
     * So many vectors; the first of them do not depend on how many there are.
     *
     * @param size numbers of each
     */
    public static float[][] of(long seed, int count, int size) {
        var random = Seeds.generator(seed);
        var vectors = new float[count][size];
        for (var vector : vectors) {
            for (int i = 0; i < size; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }
}
