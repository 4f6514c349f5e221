package dev.sweetspot.job.planted;

import java.util.Random;
import java.util.function.Supplier;

/** Planted. */
public final class DrawsByReference {
    Supplier<Random> planted() {
        return Random::new;
    }
}
