package dev.sweetspot.deep.training.sampling;

import java.util.Arrays;
import java.util.Locale;

/** How much the examples of each class count in the loss. */
public enum ClassWeights {
    /** All alike. */
    NONE,
    /** {@code n / (k n_c)}, with n examples, n_c of them in class c, and k classes that have any: all classes count alike. */
    BALANCED;

    /** As people write it: "balanced". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The weight of each class; its mean over the examples is 1.
     *
     * @param counts how many examples each class has
     */
    public float[] of(int[] counts) {
        var weights = new float[counts.length];
        Arrays.fill(weights, 1);
        if (this == BALANCED) {
            double all = Arrays.stream(counts).sum();
            double present = Arrays.stream(counts).filter(count -> count > 0).count();
            for (int c = 0; c < counts.length; c++) {
                weights[c] = counts[c] == 0 ? 0 : (float) (all / (present * counts[c]));
            }
        }
        return weights;
    }
}
