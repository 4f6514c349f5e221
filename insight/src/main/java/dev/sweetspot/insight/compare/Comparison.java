package dev.sweetspot.insight.compare;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Two studies side by side.
 *
 * @param winners which winner is better
 * @param searches which search had found more with equal means; empty where they sought different things
 * @param settings in what the chosen configurations differ
 */
public record Comparison(WinnersCompared winners, Optional<SearchesCompared> searches, List<Setting> settings) {
    /** A parameter and its value in each of the chosen configurations; empty where it has none. */
    public record Setting(String parameter, Optional<Object> first, Optional<Object> second) {}

    /** Keeps a copy. */
    public Comparison {
        settings = List.copyOf(settings);
    }

    /**
     * Compares.
     *
     * @throws InvalidInputException when the studies seek different things, and their winners share no test items
     */
    public static Comparison of(Side first, Side second) {
        var one = first.studied().spec().objectives().get(0);
        var other = second.studied().spec().objectives().get(0);
        if (!one.equals(other) && WinnersCompared.paired(first, second).isEmpty()) {
            throw new InvalidInputException(
                    "studies",
                    first.name() + ", " + second.name(),
                    "the one seeks " + one.name() + ", the other " + other.name()
                            + ", and figures of different things do not" + " compare",
                    "two studies with the same objective?");
        }
        boolean alike = one.equals(other) && !WinnersCompared.otherData(first, second);
        return new Comparison(
                WinnersCompared.of(first, second),
                alike ? Optional.of(SearchesCompared.of(first, second)) : Optional.empty(),
                settings(first, second));
    }

    private static List<Setting> settings(Side first, Side second) {
        if (first.choice().isEmpty() || second.choice().isEmpty()) {
            return List.of();
        }
        var one = first.choice().get().chosen().configuration().values();
        var other = second.choice().get().chosen().configuration().values();
        var names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        var settings = new ArrayList<Setting>();
        for (var name : names) {
            var setting = new Setting(name, Optional.ofNullable(one.get(name)), Optional.ofNullable(other.get(name)));
            if (!setting.first().equals(setting.second())) {
                settings.add(setting);
            }
        }
        return settings;
    }
}
