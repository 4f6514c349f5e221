package dev.sweetspot.insight.influence;

import dev.sweetspot.insight.Aspect;
import dev.sweetspot.insight.importance.Landscape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * How differences of a number are written: a hundredth of an accuracy between 0 and 1 is a point, times are in seconds.
 *
 * @param factor by which they are multiplied
 * @param unit with a blank before it; may be empty
 */
record Amounts(double factor, String unit) {
    private static final MathContext UPWARDS = new MathContext(2, RoundingMode.UP);

    /** Numbers of which a hundredth is called a point. */
    private static final Set<String> SHARES = Set.of(
            "accuracy", "precision", "recall", "f1", "auc", "auroc", "iou", "dice", "sensitivity", "specificity");

    static Amounts of(Landscape landscape) {
        if (landscape.aspect() instanceof Aspect.OfTime) {
            return new Amounts(1, " s");
        }
        var name = landscape.aspect().name().toLowerCase(Locale.ROOT);
        boolean share = SHARES.stream().anyMatch(each -> name.equals(each) || name.endsWith("_" + each));
        boolean inUnit = Arrays.stream(landscape.sample().values()).allMatch(value -> value >= 0 && value <= 1);
        return share && inUnit ? new Amounts(100, " points") : new Amounts(1, "");
    }

    /** "2.1 points (±0.8)". */
    String of(Difference difference) {
        return of(difference.value()) + " (±" + up(difference.reach() * factor) + ")";
    }

    /** "2.1 points". */
    String of(double amount) {
        return Words.number(amount * factor, 2) + unit;
    }

    /** Rounded away from 0: a limit that is said must hold. */
    String atMost(double amount) {
        return up(amount * factor) + unit;
    }

    private static String up(double amount) {
        return amount == 0
                ? "0"
                : Words.number(new BigDecimal(amount).round(UPWARDS).doubleValue(), 2);
    }
}
