package dev.sweetspot.job.planted;

import java.util.Map;

/** Planted. */
public final class ReadsTheWholeEnvironment {
    Map<String, String> planted() {
        return System.getenv();
    }
}
