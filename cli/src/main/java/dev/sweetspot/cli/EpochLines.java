package dev.sweetspot.cli;

import java.util.Locale;

/** Says now and then how far one training is: many epochs are short. */
final class EpochLines {
    private static final long EVERY = 10_000_000_000L;

    private final OutputOptions output;
    private long next = System.nanoTime() + EVERY;

    EpochLines(OutputOptions output) {
        this.output = output;
    }

    /** @param done epochs of so many planned */
    synchronized void at(double done, double planned) {
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + EVERY;
            output.progress(String.format(Locale.ROOT, "%.1f of %.1f epochs", done, planned));
        }
    }
}
