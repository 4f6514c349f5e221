package dev.sweetspot.cli.live;

import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.StudySpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In what a configuration differs from the study's first one, the default. */
public final class Difference {
    private final Optional<Configuration> standard;
    private final List<String> order;

    /** The differences from the first configuration of a study; all of a configuration where there is none. */
    public Difference(StudySpec spec) {
        this.standard = spec.first().stream().findFirst();
        this.order = spec.space().parameters().stream().map(Parameter::name).toList();
    }

    /** "the default", or "blocks=2, learning_rate=0.0012 and 3 more", in the order of the space. */
    public String inWords(Configuration configuration, int most) {
        var parts = new ArrayList<String>();
        // The study may have been changed to have others than it was made with: they come last.
        var names = new LinkedHashSet<>(order);
        names.addAll(configuration.values().keySet());
        for (var name : names) {
            Optional.ofNullable(configuration.values().get(name))
                    .flatMap(value -> difference(name, value))
                    .ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            return standard.isPresent() ? "the default" : configuration.toString();
        }
        if (parts.size() <= most) {
            return String.join(", ", parts);
        }
        return String.join(", ", parts.subList(0, most)) + " and " + (parts.size() - most) + " more";
    }

    private Optional<String> difference(String name, Object value) {
        var usual = standard.map(first -> first.values().get(name));
        if (usual.filter(value::equals).isPresent()) {
            return Optional.empty();
        }
        var label = value instanceof Double number
                ? Double.toString(number)
                : Choice.of(value).label();
        return Optional.of(name + "=" + brief(label, value));
    }

    /** Three digits tell people enough. */
    private static String brief(String label, Object value) {
        return value instanceof Double number && label.length() > 7
                ? String.format(Locale.ROOT, "%.3g", number)
                : label;
    }
}
