package dev.sweetspot.job.planted;

import java.util.Random;

/** Planted. */
public final class DrawsFromNewRandom {
    Object planted() {
        return new Random();
    }
}
