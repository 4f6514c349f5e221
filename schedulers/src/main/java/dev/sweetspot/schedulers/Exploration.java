package dev.sweetspot.schedulers;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.UsualChange;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A configuration a little aside of another: each number that may change is moved by half of its usual change, up or down,
 * or by a tenth of its scale where nothing is known of its habits.
 */
final class Exploration {
    private static final double SHARE = 0.5;
    private static final double WITHOUT_HABIT = 0.1;

    private Exploration() {}

    /**
     * @param names the parameters that may change besides; where there is any, no other real number changes
     */
    static Configuration of(Configuration parent, SearchSpace space, Set<String> names, RandomGenerator random) {
        var encoding = Encoding.of(space);
        var values = new LinkedHashMap<>(parent.values());
        var point = encoding.encode(parent);
        for (int i = 0; i < point.length; i++) {
            Parameter<?> parameter = space.parameters().get(i);
            boolean may = names.isEmpty() ? parameter instanceof RealParameter : names.contains(parameter.name());
            if (!may || Double.isNaN(point[i])) {
                continue;
            }
            boolean up = random.nextBoolean();
            var change = parameter.about().usualChange();
            if (parameter instanceof RealParameter real
                    && change.isPresent()
                    && values.get(real.name()) instanceof Double value) {
                values.put(real.name(), moved(real, value, change.get(), up));
            } else {
                aside(encoding, parent, i, up ? WITHOUT_HABIT : -WITHOUT_HABIT)
                        .ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        var moved = Configuration.of(values);
        return encoding.feasible(moved)
                ? moved
                : encoding.repair(encoding.encode(moved), random).orElse(parent);
    }

    /** The value of a parameter at a tenth of its scale beside that of a configuration. */
    private static Optional<Object> aside(Encoding encoding, Configuration parent, int place, double step) {
        var point = encoding.encode(parent);
        point[place] = Math.max(0, Math.min(1, point[place] + step));
        return encoding.decode(point).map(configuration -> configuration
                .values()
                .get(encoding.space().parameters().get(place).name()));
    }

    private static double moved(RealParameter real, double value, UsualChange change, boolean up) {
        double moved = change instanceof UsualChange.Factor factor
                ? value * Math.pow(factor.factor(), up ? SHARE : -SHARE)
                : value + ((UsualChange.Difference) change).difference() * (up ? SHARE : -SHARE);
        return real.check(Math.max(real.low(), Math.min(real.high(), moved)));
    }
}
