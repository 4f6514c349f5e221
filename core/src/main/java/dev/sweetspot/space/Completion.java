package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whole configurations from some of their values: what is not said is at its default. */
public final class Completion {
    private Completion() {}

    /**
     * The configuration with these values.
     *
     * @param given by name, as texts or as values of the parameters' types
     * @throws InvalidInputException when a name is not known, a value is none of its parameter's or would not count, or a
     *     relation is broken
     */
    public static Configuration complete(SearchSpace space, Map<String, ?> given) {
        for (var entry : given.entrySet()) {
            Restriction.require(space, entry.getKey()).check(entry.getValue());
        }
        var configuration = assigned(space, given);
        for (var entry : given.entrySet()) {
            if (!configuration.contains(entry.getKey())) {
                var needed = space.require(entry.getKey()).conditions().stream()
                        .map(Condition::inWords)
                        .collect(Collectors.joining(" and "));
                throw new InvalidInputException(
                        entry.getKey(), entry.getValue(), "counts only where " + needed, "say that too?");
            }
        }
        space.check(configuration);
        return configuration;
    }

    /**
     * What a configuration of another space is in this one: parameters of the same name keep their values, others are left
     * out or at their defaults. Empty where a value is outside the ranges of this one, or a relation is broken.
     */
    public static Optional<Configuration> translated(SearchSpace space, Configuration other) {
        try {
            var configuration = assigned(space, other.values());
            return Encoding.of(space).feasible(configuration) ? Optional.of(configuration) : Optional.empty();
        } catch (InvalidInputException outside) {
            return Optional.empty();
        }
    }

    private static Configuration assigned(SearchSpace space, Map<String, ?> given) {
        var walk = new Walk(space);
        return Configuration.of(walk.assign((index, before) -> {
            var value = given.get(walk.name(index));
            return value == null
                    ? standard(walk.parameter(index))
                    : walk.parameter(index).check(value);
        }));
    }

    private static <T> T standard(Parameter<T> parameter) {
        return parameter.check(parameter.defaultValue());
    }
}
