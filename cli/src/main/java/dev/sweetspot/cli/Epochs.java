package dev.sweetspot.cli;

import java.util.Locale;

/** Epochs as people say them. */
final class Epochs {
    private Epochs() {}

    static String inWords(double epochs) {
        if (epochs == Math.rint(epochs)) {
            return (int) epochs + (epochs == 1 ? " epoch" : " epochs");
        }
        return String.format(Locale.ROOT, "%.2g epochs", epochs);
    }
}
