package dev.sweetspot.job.planted;

import java.util.function.LongSupplier;

/** Planted. */
public final class LooksByReference {
    LongSupplier planted() {
        return System::currentTimeMillis;
    }
}
