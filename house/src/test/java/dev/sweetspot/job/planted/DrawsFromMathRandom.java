package dev.sweetspot.job.planted;

/** Planted. */
public final class DrawsFromMathRandom {
    double planted() {
        return Math.random();
    }
}
