package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.HashSet;
import java.util.List;

/** What categorical and ordinal parameters share: the rules of a list of choices. */
final class Choices {
    private Choices() {}

    static <T> List<Choice<T>> of(String name, List<T> values) {
        if (values.isEmpty()) {
            throw new InvalidInputException(name, "[]", "must have at least one choice", "[a, b]?");
        }
        return values.stream().map(Choice::of).toList();
    }

    static <T> void check(String name, List<Choice<T>> choices) {
        if (choices.isEmpty()) {
            throw new InvalidInputException(name, "[]", "must have at least one choice", "");
        }
        var seen = new HashSet<String>();
        for (var choice : choices) {
            if (!seen.add(choice.label())) {
                throw new InvalidInputException(name, '"' + choice.label() + '"', "is there twice", "remove one?");
            }
        }
    }

    /** The choice with that value, or with that text as its label. */
    static <T> Choice<T> find(String name, List<Choice<T>> choices, Object value, T example) {
        for (var choice : choices) {
            if (choice.value().equals(value)) {
                return choice;
            }
        }
        var label = Choice.of(value).label();
        for (var choice : choices) {
            if (choice.label().equals(label)) {
                return choice;
            }
        }
        throw new InvalidInputException(
                name,
                '"' + label + '"',
                "must be " + inWords(choices),
                DidYouMean.nearest(label, choices.stream().map(Choice::label).toList())
                                .orElseGet(() -> Choice.of(example).label())
                        + "?");
    }

    static <T> String inWords(List<Choice<T>> choices) {
        var labels = choices.stream().map(Choice::label).toList();
        int last = labels.size() - 1;
        return last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " or " + labels.get(last);
    }
}
