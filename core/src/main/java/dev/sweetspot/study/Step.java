package dev.sweetspot.study;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;

/** What is to be done next in a study, before any worker has claimed it. */
sealed interface Step {
    /**
     * A new trial begins.
     *
     * @param number the next one
     */
    record Begin(int number, Configuration configuration, Origin origin, Start start, double target) implements Step {}

    /**
     * A new trial begins, of a configuration for which the sampler has yet to be asked.
     *
     * @param reason why so far; empty when there is nothing to say
     */
    record Propose(double target, String reason) implements Step {}

    /**
     * A trial that was put aside goes on.
     *
     * @param seen the version of the history that the scheduler looked at
     */
    record GoOn(int trial, double target, String reason, long seen) implements Step {}

    /**
     * Nothing: for now, while trials run, else for good.
     *
     * @param reason as a sentence
     */
    record Nothing(String reason) implements Step {}
}
