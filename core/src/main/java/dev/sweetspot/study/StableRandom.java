package dev.sweetspot.study;

import java.util.random.RandomGenerator;

/**
 * xoshiro256++ 1.0 (Blackman and Vigna 2021), seeded by SplitMix64. Our own, because a study has to draw the same
 * numbers on every JDK and the JDK does not promise that; the derived draws that samplers use are pinned here too.
 */
public final class StableRandom implements RandomGenerator {
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** @param seed any number; near seeds give unrelated streams */
    public StableRandom(long seed) {
        long state = seed;
        state += Seeds.GOLDEN;
        s0 = Seeds.mix(state);
        state += Seeds.GOLDEN;
        s1 = Seeds.mix(state);
        state += Seeds.GOLDEN;
        s2 = Seeds.mix(state);
        state += Seeds.GOLDEN;
        s3 = Seeds.mix(state);
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound = " + bound + ": must be above 0");
        }
        // Lemire 2019: multiply, and draw again in the few cases that would favour some results.
        long product = (nextLong() >>> 32) * bound;
        long low = product & 0xffff_ffffL;
        if (low < bound) {
            long threshold = (0x1_0000_0000L - bound) % bound;
            while (low < threshold) {
                product = (nextLong() >>> 32) * bound;
                low = product & 0xffff_ffffL;
            }
        }
        return (int) (product >>> 32);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    public int nextInt(int origin, int bound) {
        return (int) nextLong(origin, bound);
    }

    @Override
    public long nextLong(long bound) {
        return nextLong(0, bound);
    }

    @Override
    public long nextLong(long origin, long bound) {
        if (origin >= bound) {
            throw new IllegalArgumentException("bound = " + bound + ": must be above the origin, " + origin);
        }
        long width = bound - origin;
        if (width < 0) {
            long value = nextLong();
            while (value < origin || value >= bound) {
                value = nextLong();
            }
            return value;
        }
        // The last, incomplete run of multiples of the width would favour small results: draw again there.
        long bits = nextLong() >>> 1;
        while (bits - bits % width + (width - 1) < 0) {
            bits = nextLong() >>> 1;
        }
        return origin + bits % width;
    }

    @Override
    public double nextDouble(double bound) {
        return nextDouble(0, bound);
    }

    @Override
    public double nextDouble(double origin, double bound) {
        if (!(origin < bound && Double.isFinite(bound - origin))) {
            throw new IllegalArgumentException(origin + ".." + bound + ": must be a finite range");
        }
        return Math.min(origin + nextDouble() * (bound - origin), Math.nextDown(bound));
    }

    @Override
    public double nextGaussian() {
        // Marsaglia's polar method; StrictMath gives the same digits on every machine.
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }
}
