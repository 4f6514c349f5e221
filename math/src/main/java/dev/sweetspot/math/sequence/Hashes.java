package dev.sweetspot.math.sequence;

/** Random bits as functions of numbers: the finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA). */
final class Hashes {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Hashes() {}

    static long of(long state, long value) {
        long z = state * 0xd1342543de82ef95L + (value + 1) * GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 to below a bound, from the high half of a hash; the bias is below bound / 2^32. */
    static int below(int bound, long hash) {
        return (int) (((hash >>> 32) * bound) >>> 32);
    }

    static long checkedIndex(long index) {
        if (index < 0 || index > 0xffff_ffffL) {
            throw new IllegalArgumentException("index = " + index + ": must be from 0 to 2^32 - 1");
        }
        return index;
    }
}
