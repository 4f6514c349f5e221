package dev.sweetspot.deep.family;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.LinkedHashMap;
import java.util.Locale;

/** The two networks of an adversarial training. What can be set of each has its name before it: "generator.filters". */
public enum Side {
    /** Draws images from random vectors. */
    GENERATOR("Of the network that draws: "),
    /** Tells drawn images from real ones. */
    DISCRIMINATOR("Of the network that judges: ");

    private final String whose;

    Side(String whose) {
        this.whose = whose;
    }

    /** "generator". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its parameters' names begin with: "generator.". */
    public String prefix() {
        return word() + ".";
    }

    /** What the help of its parameters begins with. */
    public String whose() {
        return whose;
    }

    /** A configuration as this side alone would write it: without the other's, and without the names before its own. */
    public Configuration of(Configuration both) {
        var values = new LinkedHashMap<String, Object>();
        both.values().forEach((name, value) -> {
            if (name.startsWith(prefix())) {
                values.put(name.substring(prefix().length()), value);
            } else if (name.indexOf('.') < 0 || !other(name)) {
                values.putIfAbsent(name, value);
            }
        });
        return Configuration.of(values);
    }

    private static boolean other(String name) {
        for (var side : values()) {
            if (name.startsWith(side.prefix())) {
                return true;
            }
        }
        return false;
    }

    /** A space with all that another one has, as this side's. */
    public SearchSpace addTo(SearchSpace space, SearchSpace own) {
        var result = space;
        for (var dimension : own.dimensions()) {
            var conditions = dimension.conditions().stream()
                    .map(condition -> new Condition(prefix() + condition.parent(), condition.labels()))
                    .toList();
            var parameter = dimension.parameter();
            result = result.with(new SearchSpace.Dimension(Wordings.named(parameter, this), conditions));
        }
        return result;
    }

    /** A parameter as this side's. */
    public Parameter<?> own(Parameter<?> parameter) {
        return Wordings.named(parameter, this);
    }
}
