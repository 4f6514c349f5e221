package dev.sweetspot.study;

import java.util.random.RandomGenerator;

/** Seeds as functions of (study seed, trial number): never of how often something was called, or by which thread. */
public final class Seeds {
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Seeds() {}

    /** What a seed is for: streams of different purposes are unrelated. */
    public enum Purpose {
        /** The sampler's draws for one trial. */
        SAMPLER(1),
        /** The trial's own draws: weights, batches. */
        TRIAL(2),
        /** How data is split. */
        SPLIT(3),
        /** Looking ahead to what a study can still gain. */
        GAIN(4);

        private final int stream;

        Purpose(int stream) {
            this.stream = stream;
        }
    }

    /** The seed of a trial for a purpose. */
    public static long of(long studySeed, int trial, Purpose purpose) {
        return mix(mix(studySeed + GOLDEN) + trial * 0xd1342543de82ef95L + purpose.stream * GOLDEN);
    }

    /** The generator of that seed. */
    public static RandomGenerator generator(long seed) {
        return new StableRandom(seed);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
