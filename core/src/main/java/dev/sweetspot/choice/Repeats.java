package dev.sweetspot.choice;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.scheduler.Scheduler.Next;
import java.util.Optional;

/**
 * Decides what is run again, with another seed: a result of a training is partly luck, and the best of many results is
 * the luckiest one. One record a way; pure in the question, like a sampler.
 */
public interface Repeats {
    /** As people write it: "none". */
    String name();

    /** One sentence: what it does and when to use it. */
    String help();

    /**
     * What a free worker is to run again in the place of a new trial; empty when a new trial is worth more. Never a trial
     * that is running.
     */
    Optional<Next.Repeat> next(Question question);
}
