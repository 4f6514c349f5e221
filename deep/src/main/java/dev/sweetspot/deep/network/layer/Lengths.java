package dev.sweetspot.deep.network.layer;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** How long each sequence of a batch is; what stands behind its end is padding and must not count. */
public final class Lengths {
    private final long[] values;

    /** @param values one a sequence, each at least 1 and at most the length of the tensor */
    public Lengths(long... values) {
        this.values = values.clone();
    }

    /** One a sequence. */
    public long[] values() {
        return values.clone();
    }

    /** After a layer that makes sequences shorter or longer; never below 1. */
    public Lengths after(LongUnaryOperator rule) {
        return new Lengths(
                Arrays.stream(values).map(l -> Math.max(1, rule.applyAsLong(l))).toArray());
    }
}
