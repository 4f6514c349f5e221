package dev.sweetspot.trial;

/** How a trial ended. */
public sealed interface Outcome {
    /** One word for tables: "completed", "stopped", "failed", "over limit". */
    String word();

    /**
     * It ran as long as it was meant to.
     *
     * @param values at the least one value for each objective
     */
    record Completed(Measurements values) implements Outcome {
        @Override
        public String word() {
            return "completed";
        }
    }

    /**
     * A scheduler, the budget or a person ended it before; its curve tells how far it came.
     *
     * @param values the values at its end, as a completed trial would give them; may be empty when it never reported
     * @param reason "worse than the median of 8 trials at epoch 3"
     */
    record StoppedEarly(Measurements values, String reason) implements Outcome {
        @Override
        public String word() {
            return "stopped";
        }
    }

    /**
     * It could not be run to a result; the search learns where that happens.
     *
     * @param cause what kind of failure
     * @param message what to tell a person
     */
    record Failed(Cause cause, String message) implements Outcome {
        @Override
        public String word() {
            return "failed";
        }
    }

    /**
     * It broke a limit.
     *
     * @param constraint the name of the constraint
     * @param value what was measured or predicted
     * @param values what else was measured until then
     */
    record OverLimit(String constraint, double value, Measurements values) implements Outcome {
        @Override
        public String word() {
            return "over limit";
        }
    }

    /** What kind of failure. */
    enum Cause {
        /** The program raised an error. */
        ERROR,
        /** A loss or an objective was not a finite number. */
        NOT_FINITE,
        /** Memory ran out. */
        OUT_OF_MEMORY,
        /** A hard time limit for one trial was reached. */
        TIME_LIMIT,
        /** Its worker died as often as is allowed. */
        LOST
    }
}
