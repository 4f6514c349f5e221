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
    /** Scales of whole numbers begin and end half a step outside of the range, which moves their middle a little. */
    private static final double NEARLY = 0.02;

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
                if (Math.abs(point[i] - MIDDLE) > Math.max(NEARLY, width(kinds.get(i), point[i]))) {
                    return true;
                }
            }
            return !numbers;
        });
    }

    /** How far the middle may be from the value next to it. */
    private static double width(Column kind, double coordinate) {
        if (kind.count() == 0) {
            return 0;
        }
        int index = kind.index(coordinate);
        return kind.high(index) - kind.low(index);
    }
}
