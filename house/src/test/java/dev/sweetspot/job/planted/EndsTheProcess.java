package dev.sweetspot.job.planted;

/** Planted. */
public final class EndsTheProcess {
    void planted() {
        System.exit(1);
    }
}
