package dev.sweetspot.deep.space;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.List;

/**
 * What the examples themselves say of a parameter, beyond how many there are and how large: what is tried of it where nobody
 * says what.
 *
 * @param values what is searched; the first is the default
 * @param reason for people, as a whole sentence that says what is done
 */
public record Hint(CategoricalParameter<String> parameter, List<String> values, String reason) {
    /**
     * Keeps a copy.
     *
     * @throws dev.sweetspot.form.InvalidInputException when a value is not one of the parameter's
     */
    public Hint {
        values = List.copyOf(values);
        values.forEach(parameter::check);
    }

    /** A space with the defaults that follow from hints. */
    public static SearchSpace standards(List<Hint> hints, SearchSpace space) {
        var result = space;
        for (var hint : hints) {
            if (result.find(hint.name()).isPresent()) {
                result = result.replace(
                        hint.parameter().withDefault(hint.values().get(0)));
            }
        }
        return result;
    }

    /** Whether its default is not that of a space. */
    public boolean changes(SearchSpace space) {
        return space.find(name())
                .filter(there -> !there.defaultValue().equals(values.get(0)))
                .isPresent();
    }

    /** Of the parameter. */
    public String name() {
        return parameter.name();
    }

    /** As {@code --search} writes what is searched. */
    String range() {
        return String.join(",", values);
    }

    /** Whether this is what is searched in a space. */
    public boolean holds(SearchSpace searched) {
        return searched.find(name())
                .filter(there -> Restriction.labels(there).equals(values))
                .isPresent();
    }
}
