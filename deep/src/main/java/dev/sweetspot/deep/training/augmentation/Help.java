package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.space.About;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.UsualChange;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the parameters of augmentations have in common: from 0, which is the default and changes nothing, upwards. */
final class Help {
    static final String PREFIX = "augmentation.";

    private Help() {}

    static RealParameter real(String name, double high, String unit, String help, double usualChange) {
        return Parameter.real(PREFIX + name, 0, high).withDefault(0).with(about(unit, help, usualChange));
    }

    static IntegerParameter whole(String name, int high, String unit, String help, double usualChange) {
        return Parameter.integer(PREFIX + name, 0, high).withDefault(0).with(about(unit, help, usualChange));
    }

    private static About about(String unit, String help, double usualChange) {
        return new About(unit, help, Optional.of(new UsualChange.Difference(usualChange)));
    }

    static void check(Parameter<?> parameter, Object value) {
        parameter.check(value);
    }

    /** Anywhere from -most to most, all places alike. */
    static double around(RandomGenerator random, double most) {
        return (2 * random.nextDouble() - 1) * most;
    }

    static String percent(double share) {
        return brief(share * 100) + " %";
    }

    static String brief(double value) {
        var text = String.format(Locale.ROOT, "%.3g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
    }
}
