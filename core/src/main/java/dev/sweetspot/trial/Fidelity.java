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

    private static final String FOLDS = "folds";

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

    /** Folds of a cross-validation, one after another: each is a whole training. */
    public static Fidelity folds(int most) {
        return new Fidelity(FOLDS, 1, most);
    }

    /** Whether a trial is made of whole trainings, one a fold, rather than of one that goes on and on. */
    public boolean ofFolds() {
        return unit.equals(FOLDS);
    }
}
