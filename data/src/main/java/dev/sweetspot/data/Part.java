package dev.sweetspot.data;

import java.util.Locale;

/** What an image is for. */
public enum Part {
    /** Weights are fitted on it. */
    TRAINING,
    /** Configurations are compared and training is stopped by it. */
    VALIDATION,
    /** Touched once, at the end. */
    TEST;

    /** The word in files and messages: training, validation, test. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
