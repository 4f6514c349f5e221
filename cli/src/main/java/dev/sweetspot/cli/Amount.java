package dev.sweetspot.cli;

import dev.sweetspot.trial.Fidelity;
import java.util.Locale;

/** How much of a trial, as people say it: "3 epochs", "1 fold". */
final class Amount {
    private Amount() {}

    /** @param fidelity says what is counted, in the plural */
    static String inWords(double amount, Fidelity fidelity) {
        var unit = fidelity.unit();
        if (amount == Math.rint(amount)) {
            boolean one = amount == 1 && unit.endsWith("s");
            return (int) amount + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
        }
        return String.format(Locale.ROOT, "%.2g %s", amount, unit);
    }
}
