package dev.sweetspot.job.planted;

import org.jspecify.annotations.Nullable;

/** Planted. */
public final class ReadsTheEnvironment {
    @Nullable
    String planted() {
        return System.getenv("HOME");
    }
}
