package dev.sweetspot.deep.learning;

import dev.sweetspot.deep.space.BatchParameters;
import dev.sweetspot.deep.training.augmentation.Flip;
import java.util.Map;
import java.util.Optional;

/** When {@link SplitData#hints} has something to say, for people who ask before there are data. */
public final class Hints {
    private static final Map<String, String> EXCEPTIONS = Map.of(
            BatchParameters.CLASS_WEIGHTS.name(),
            "searches none or balanced where one class has more than 4 times the items of another",
            Flip.PARAMETER.name(),
            "mirrors nothing by default where mirrored images look like other classes, as those of digits do");

    private Hints() {}

    /** What data may change of what is done with a parameter where nobody says what, without a full stop. */
    public static Optional<String> exception(String parameter) {
        return Optional.ofNullable(EXCEPTIONS.get(parameter));
    }
}
