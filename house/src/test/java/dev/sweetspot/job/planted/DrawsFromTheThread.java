package dev.sweetspot.job.planted;

import java.util.concurrent.ThreadLocalRandom;

/** Planted. */
public final class DrawsFromTheThread {
    int planted() {
        return ThreadLocalRandom.current().nextInt();
    }
}
