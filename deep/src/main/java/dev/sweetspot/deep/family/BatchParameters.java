package dev.sweetspot.deep.family;

import dev.sweetspot.space.About;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** What is looked at before each step. */
public final class BatchParameters {
    private static final int FEW = 5000;

    /** Examples a step: powers of 2, which processors like; more than 1024 leaves too few steps. */
    public static final OrdinalParameter<Integer> BATCH_SIZE = Parameter.ordinal(
                    "batch_size", 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
            .withDefault(64)
            .with(new About(
                    "examples",
                    "How many examples are looked at before each step. Larger batches are quicker to go through but give "
                            + "fewer steps; beyond 1024 too few are left.",
                    Optional.of(new UsualChange.Factor(2))));

    private BatchParameters() {}

    /**
     * A space with them.
     *
     * @param examples how many there are to learn from
     */
    public static SearchSpace addTo(SearchSpace space, int examples) {
        return space.with(BATCH_SIZE.withDefault(examples < FEW ? 32 : 64));
    }

    static int of(Configuration configuration) {
        return configuration.get(BATCH_SIZE);
    }
}
