package dev.sweetspot.math.sequence;

/**
 * The Sobol sequence (Sobol 1967) with the direction numbers of Joe and Kuo 2008, SIAM Journal on Scientific Computing
 * 30, their set D(6): every two-dimensional projection is good. In Gray-code order, so that unscrambled points are those
 * of their program and of other libraries.
 *
 * <p>Scrambled, it is Owen's nested uniform scrambling (Owen 1995): each binary digit of a coordinate is flipped by a coin
 * that belongs to the digits before it. The coins are hashes of (seed, dimension, digits before), so that nothing need be
 * kept. The first 2^k points keep their evenness, every point is uniform in the cube, and no point lies in the corner 0.
 *
 * @see #MOST_DIMENSIONS
 */
public final class Sobol implements Sequence {
    /** How many dimensions there are direction numbers for. */
    public static final int MOST_DIMENSIONS = 512;

    private static final int BITS = 32;

    private final int dimensions;
    private final boolean scrambled;
    private final long seed;

    private Sobol(int dimensions, boolean scrambled, long seed) {
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("dimensions = " + dimensions + ": must be from 1 to " + MOST_DIMENSIONS);
        }
        this.dimensions = dimensions;
        this.scrambled = scrambled;
        this.seed = seed;
    }

    /** The sequence itself; its first point is 0. */
    public static Sobol plain(int dimensions) {
        return new Sobol(dimensions, false, 0);
    }

    /** Scrambled by a seed. */
    public static Sobol scrambled(int dimensions, long seed) {
        return new Sobol(dimensions, true, seed);
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public double[] point(long index) {
        int gray = (int) (Hashes.checkedIndex(index) ^ (index >>> 1));
        var point = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int digits = 0;
            for (int rest = gray; rest != 0; rest &= rest - 1) {
                digits ^= JoeKuo.direction(d, Integer.numberOfTrailingZeros(rest));
            }
            // Behind the 32 digits a scrambled coordinate goes on: the middle of its cell stands for the rest.
            point[d] = scrambled
                    ? ((scramble(digits, Hashes.of(seed, d)) & 0xffff_ffffL) + 0.5) * 0x1.0p-32
                    : (digits & 0xffff_ffffL) * 0x1.0p-32;
        }
        return point;
    }

    private static int scramble(int digits, long coins) {
        int flipped = digits;
        for (int bit = 0; bit < BITS; bit++) {
            // A one before the digits above keeps 0, 00 and 000 apart.
            long above = (1L << bit) | ((digits & 0xffff_ffffL) >>> (BITS - bit));
            if (Hashes.of(coins, above) < 0) {
                flipped ^= 1 << (BITS - 1 - bit);
            }
        }
        return flipped;
    }
}
