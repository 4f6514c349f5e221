package dev.sweetspot.workload;

import dev.sweetspot.trial.Measurements;

/** What is to be made better in several ways, as a function of this JVM. */
@FunctionalInterface
public interface MeasuringFunction {
    /**
     * The values of one configuration, by the names of the objectives.
     *
     * @param trial the values chosen, by {@link TrialRun#suggest}, and the means to report on the way
     * @throws Exception for any reason: the trial has failed, the search goes on
     */
    Measurements values(TrialRun trial) throws Exception;
}
