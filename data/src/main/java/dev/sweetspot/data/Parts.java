package dev.sweetspot.data;

import java.util.Arrays;

/**
 * The indices of an {@link ImageSet} that train, that validate and that test; each ascending, no index twice. A part
 * may be empty. Immutable: accessors give copies.
 */
public final class Parts {
    private final int[] training;
    private final int[] validation;
    private final int[] test;

    /**
     * @throws IllegalArgumentException if an index is negative or occurs twice
     */
    public Parts(int[] training, int[] validation, int[] test) {
        this.training = sorted(training);
        this.validation = sorted(validation);
        this.test = sorted(test);
        int[] all = sorted(concatenated(concatenated(training, validation), test));
        for (int i = 0; i < all.length; i++) {
            if (all[i] < 0 || (i > 0 && all[i] == all[i - 1])) {
                throw new IllegalArgumentException("index " + all[i] + " is negative or in two parts");
            }
        }
    }

    /** Images on which weights are fitted. */
    public int[] training() {
        return training.clone();
    }

    /** Images by which configurations are compared. */
    public int[] validation() {
        return validation.clone();
    }

    /** Images that are touched once, at the end. */
    public int[] test() {
        return test.clone();
    }

    /** Training and validation together, ascending: what the winner is trained on again. */
    public int[] trainingAndValidation() {
        return sorted(concatenated(training, validation));
    }

    /** The indices of one part. */
    public int[] of(Part part) {
        return switch (part) {
            case TRAINING -> training();
            case VALIDATION -> validation();
            case TEST -> test();
        };
    }

    private static int[] sorted(int[] indices) {
        int[] copy = indices.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static int[] concatenated(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parts that
                && Arrays.equals(training, that.training)
                && Arrays.equals(validation, that.validation)
                && Arrays.equals(test, that.test);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(training) + Arrays.hashCode(validation)) + Arrays.hashCode(test);
    }

    @Override
    public String toString() {
        return training.length + " training, " + validation.length + " validation, " + test.length + " test";
    }
}
