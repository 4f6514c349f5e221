package dev.sweetspot.sampler;

import java.util.random.RandomGenerator;

/**
 * Proposes configurations. One record an algorithm: its components are its settings, its no-argument constructor its
 * defaults, its name in {@code META-INF/services} makes it known everywhere.
 *
 * <p><b>Pure in both arguments.</b> No store, no clock, no state: the same question and the same generator give the same
 * proposal, bit for bit. What is fitted is a function of a prefix of the history. Never a configuration that breaks a
 * condition or relation of the space ({@link dev.sweetspot.space.Encoding} sees to it), never one of a finite space
 * twice: running and finished trials of the history count.
 */
public interface Sampler {
    /** As people write it: "random". */
    String name();

    /** One sentence: what it does and when to use it. */
    String help();

    /**
     * The next configuration.
     *
     * @param question the space and all that is known
     * @param random the generator of this trial, seeded by (study seed, trial number)
     */
    Proposal suggest(Question question, RandomGenerator random);
}
