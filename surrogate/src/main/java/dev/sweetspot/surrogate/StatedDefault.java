package dev.sweetspot.surrogate;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import java.util.Optional;

/**
 * The default configuration, where somebody stated one. A number whose default nobody stated has it in the middle of its
 * range: a configuration in which all numbers are there, is nobody's choice and no better a beginning than another.
 */
public final class StatedDefault {
    private static final double MIDDLE = 0.5;
    private static final double NEXT_TO_NOTHING = 1e-6;

    private StatedDefault() {}

    /** Empty where all numbers lie in the middle of their ranges, or no configuration is allowed. */
    public static Optional<Configuration> of(Encoding encoding) {
        var kinds = Column.of(encoding.space());
        return encoding.defaults().filter(standard -> {
            var point = encoding.encode(standard);
            boolean numbers = false;
            for (int i = 0; i < point.length; i++) {
                if (Double.isNaN(point[i]) || kinds.get(i) instanceof Column.Categories) {
                    continue;
                }
                numbers = true;
                int count = kinds.get(i).count();
                if (Math.abs(point[i] - MIDDLE) > (count > 0 ? 1.0 / count : 0) + NEXT_TO_NOTHING) {
                    return true;
                }
            }
            return !numbers;
        });
    }
}
