package dev.sweetspot.cli.live;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.StudySpec;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** In what a configuration differs from the study's first one, the default. */
public final class Difference {
    private final StudySpec spec;
    private final Optional<Configuration> standard;

    /** The differences from the first configuration of a study; all of a configuration where there is none. */
    public Difference(StudySpec spec) {
        this.spec = spec;
        this.standard = spec.first().stream().findFirst();
    }

    /** "the default", or "blocks=2, learning_rate=0.0012 and 3 more", in the order of the space. */
    public String inWords(Configuration configuration, int most) {
        var parts = new ArrayList<String>();
        for (var parameter : spec.space().parameters()) {
            difference(parameter, configuration).ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            return standard.isPresent() ? "the default" : configuration.toString();
        }
        if (parts.size() <= most) {
            return String.join(", ", parts);
        }
        return String.join(", ", parts.subList(0, most)) + " and " + (parts.size() - most) + " more";
    }

    private <T> Optional<String> difference(Parameter<T> parameter, Configuration configuration) {
        var value = configuration.find(parameter);
        if (value.isEmpty() || value.equals(standard.flatMap(first -> first.find(parameter)))) {
            return Optional.empty();
        }
        return Optional.of(parameter.name() + "=" + brief(parameter.label(value.get()), value.get()));
    }

    /** Three digits tell people enough. */
    private static String brief(String label, Object value) {
        return value instanceof Double number && label.length() > 7
                ? String.format(Locale.ROOT, "%.3g", number)
                : label;
    }
}
