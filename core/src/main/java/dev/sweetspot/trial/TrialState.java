package dev.sweetspot.trial;

/** Where a trial stands. */
public sealed interface TrialState {
    /**
     * A worker is at it.
     *
     * @param worker who holds it, or held it last
     * @param target the fidelity that it is to reach
     */
    record Running(String worker, double target) implements TrialState {}

    /**
     * It waits to be gone on with; nobody is at it.
     *
     * @param fidelity how far it came
     * @param reason why it was paused
     */
    record Paused(double fidelity, String reason) implements TrialState {}

    /** It has ended. */
    record Finished(Outcome outcome) implements TrialState {}
}
