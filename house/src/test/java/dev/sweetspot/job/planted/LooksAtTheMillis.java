package dev.sweetspot.job.planted;

/** Planted. */
public final class LooksAtTheMillis {
    long planted() {
        return System.currentTimeMillis();
    }
}
