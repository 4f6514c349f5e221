package dev.sweetspot.trial;

/**
 * How much of a trial can be run.
 *
 * @param unit "epochs", "folds", "share of the data"; what a person reads
 * @param least the smallest amount after which a report makes sense, above 0
 * @param most a whole trial, at least {@code least}
 */
public record Fidelity(String unit, double least, double most) {
    /** A trial that has no parts: it runs once and is done. */
    public static final Fidelity WHOLE = new Fidelity("run", 1, 1);

    /** Checks the range. */
    public Fidelity {
        if (!(least > 0 && most >= least && Double.isFinite(most))) {
            throw new IllegalArgumentException(
                    "fidelity = " + least + ".." + most + " " + unit + ": must be a finite range above 0");
        }
    }

    /** Epochs from 1 to the most. */
    public static Fidelity epochs(int most) {
        return new Fidelity("epochs", 1, most);
    }
}
