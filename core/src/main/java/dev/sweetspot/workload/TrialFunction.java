package dev.sweetspot.workload;

/** What is to be made better, as a function of this JVM: {@code trial -> Math.abs(trial.suggest(x))}. */
@FunctionalInterface
public interface TrialFunction {
    /**
     * The value of one configuration.
     *
     * @param trial the values chosen, by {@link TrialRun#suggest}, and the means to report on the way
     * @throws Exception for any reason: the trial has failed, the search goes on
     */
    double value(TrialRun trial) throws Exception;
}
