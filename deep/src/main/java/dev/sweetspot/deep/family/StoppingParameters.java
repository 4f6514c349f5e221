package dev.sweetspot.deep.family;

import dev.sweetspot.space.About;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.Optional;

/** When a training ends before its time. */
public final class StoppingParameters {
    /** When to give up; the best weights are kept whatever it is. */
    public static final IntegerParameter PATIENCE = Parameter.integer("early_stopping.patience", 1, 50)
            .withDefault(20)
            .with(new About(
                    "epochs",
                    "A training ends when the validation part has not got better for so many epochs; the best state is "
                            + "kept in any case.",
                    Optional.of(new UsualChange.Factor(2))));

    private StoppingParameters() {}

    /** A space with them. */
    public static SearchSpace addTo(SearchSpace space) {
        return space.with(PATIENCE);
    }
}
