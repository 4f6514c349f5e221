package dev.sweetspot.math.sequence;

import java.util.Arrays;

/**
 * The Halton sequence (Halton 1960): a coordinate is the index written in a prime base and mirrored at the point.
 *
 * <p>Scrambled, each digit of each coordinate goes through a random permutation of its own (Owen 2017, "A randomized Halton
 * algorithm in R", arXiv:1706.02808): in large bases plain digits run up in step and leave bands empty. Digits go on until
 * they are below the precision of a double, also those that are 0 in the index. Good up to some tens of dimensions; there
 * and above, {@link Sobol} is better.
 */
public final class Halton implements Sequence {
    private static final double PRECISION = 0x1.0p-53;

    private final int[] primes;
    private final boolean scrambled;
    private final long seed;

    private Halton(int dimensions, boolean scrambled, long seed) {
        if (dimensions < 1) {
            throw new IllegalArgumentException("dimensions = " + dimensions + ": must be at least 1");
        }
        this.primes = primes(dimensions);
        this.scrambled = scrambled;
        this.seed = seed;
    }

    /** The sequence itself; its first point is 0. */
    public static Halton plain(int dimensions) {
        return new Halton(dimensions, false, 0);
    }

    /** Scrambled by a seed. */
    public static Halton scrambled(int dimensions, long seed) {
        return new Halton(dimensions, true, seed);
    }

    private static int[] primes(int count) {
        var primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            int number = candidate;
            if (Arrays.stream(primes, 0, found).noneMatch(prime -> number % prime == 0)) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }

    @Override
    public int dimensions() {
        return primes.length;
    }

    @Override
    public double[] point(long index) {
        Hashes.checkedIndex(index);
        var point = new double[primes.length];
        for (int d = 0; d < point.length; d++) {
            point[d] = scrambled ? scrambled(index, d) : mirrored(index, primes[d]);
        }
        return point;
    }

    private static double mirrored(long index, int base) {
        double value = 0;
        double place = 1.0 / base;
        for (long rest = index; rest > 0; rest /= base) {
            value += rest % base * place;
            place /= base;
        }
        return value;
    }

    private double scrambled(long index, int dimension) {
        int base = primes[dimension];
        double value = 0;
        double place = 1.0 / base;
        long rest = index;
        for (int digit = 0; place >= PRECISION; digit++) {
            value += permuted((int) (rest % base), base, Hashes.of(Hashes.of(seed, dimension), digit)) * place;
            place /= base;
            rest /= base;
        }
        return Math.min(value, Math.nextDown(1.0));
    }

    /** Where a digit goes in the random permutation of a hash: the swaps of Fisher and Yates that touch it. */
    private static int permuted(int digit, int base, long hash) {
        int place = digit;
        for (int last = base - 1; last > 0; last--) {
            int other = Hashes.below(last + 1, Hashes.of(hash, last));
            if (place == last) {
                place = other;
            } else if (place == other) {
                return last;
            }
            if (place == last) {
                return place;
            }
        }
        return place;
    }
}
