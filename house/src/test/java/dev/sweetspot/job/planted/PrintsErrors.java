package dev.sweetspot.job.planted;

import java.io.PrintStream;

/** Planted. */
public final class PrintsErrors {
    PrintStream planted() {
        return System.err;
    }
}
