package dev.sweetspot.deep.tensor;

import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * The random numbers of one network, so that trainings beside each other in one process do not disturb one another:
 * SplitMix64 (Steele, Lea and Flood 2014), the same on every machine. The engine's own generator draws one number at a
 * time and takes ten times as long. Not safe for several threads.
 */
public final class Draws {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int PARTS = 1 << 16;

    private long state;

    /** A generator with a seed. */
    public Draws(long seed) {
        state = seed;
    }

    /** Begins again from a seed: called for each step, it makes the draws a function of the step alone. */
    public void reseed(long seed) {
        state = seed;
    }

    private long next() {
        state += GOLDEN;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * Fills a tensor's memory with 0, with a probability, and 1 / (1 - rate). Each element takes 16 bits of a draw, so
     * the probability is met to 1 / 131072.
     */
    void fillMask(org.bytedeco.pytorch.Tensor mask, double rate) {
        int count = Math.toIntExact(mask.numel());
        int limit = (int) Math.round(rate * PARTS);
        float kept = (float) (1 / (1 - rate));
        Device.write(mask, here -> {
            if (ElementType.BFLOAT16.isThatOf(here)) {
                new ShortPointer(here.data_ptr()).put(halves(count, limit, bfloat16(kept)));
            } else {
                new FloatPointer(here.data_ptr()).put(floats(count, limit, kept));
            }
        });
    }

    /** Fills a 32-bit tensor's memory with normal draws of mean 0. */
    void fillNormal(org.bytedeco.pytorch.Tensor tensor, double deviation) {
        RandomGenerator bits = this::next;
        var values = new float[Math.toIntExact(tensor.numel())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * bits.nextGaussian());
        }
        Device.write(tensor, here -> new FloatPointer(here.data_ptr()).put(values));
    }

    private float[] floats(int count, int limit, float kept) {
        var values = new float[count];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = (i & 3) == 0 ? next() : bits >>> 16;
            values[i] = (bits & (PARTS - 1)) < limit ? 0 : kept;
        }
        return values;
    }

    private short[] halves(int count, int limit, short kept) {
        var values = new short[count];
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits = (i & 3) == 0 ? next() : bits >>> 16;
            values[i] = (bits & (PARTS - 1)) < limit ? 0 : kept;
        }
        return values;
    }

    /** The upper half of the 32 bits, rounded to nearest, ties to even. */
    private static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
    }
}
