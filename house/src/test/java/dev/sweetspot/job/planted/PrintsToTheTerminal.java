package dev.sweetspot.job.planted;

import java.io.PrintStream;

/** Planted. */
public final class PrintsToTheTerminal {
    PrintStream planted() {
        return System.out;
    }
}
