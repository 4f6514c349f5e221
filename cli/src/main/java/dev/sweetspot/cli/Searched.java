package dev.sweetspot.cli;

import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.Hint;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * What is searched of all that can be set.
 *
 * @param standard its default configuration
 * @param notes what was chosen by the data where nobody said anything, as whole sentences
 */
record Searched(SearchSpace space, Configuration standard, List<String> notes) {
    /** Keeps a copy. */
    Searched {
        notes = List.copyOf(notes);
    }

    /**
     * As a person said it.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the data does not take it, or it would do nothing
     */
    static Searched of(SplitData items, DataOptions data, SearchOptions search) {
        var task = items.set().task().kind();
        search.requireOneSize(items);
        var able = Families.able(items.size().input(), task);
        var hints = items.hints();
        var settings = data.settings();
        var whole = settings.begun(Hint.standards(hints, search.withInputSizes(items.space(able))));
        var fixed = settings.fix(Families.only(whole, data.families().networks(), items.size(), task), whole);
        var narrowed = search.narrow(whole, fixed, hints);
        var space = settings.fix(narrowed, whole);
        space.requireFeasible();
        var notes = settings.unsaid(hints)
                .filter(hint -> hint.holds(space))
                .map(Hint::reason)
                .toList();
        return new Searched(space, Encoding.of(space).defaults().orElseThrow(), notes);
    }

    /**
     * What is not searched because trials are short, in words.
     *
     * @param left what is searched of it all the same
     */
    Optional<String> leftOut(SearchSpace left) {
        var names = space.parameters().stream()
                .filter(parameter -> left.find(parameter.name())
                        .filter(other -> !other.rangeInWords().equals(parameter.rangeInWords()))
                        .isPresent())
                .map(Parameter::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Trials are much shorter than the last training, too short to tell what keeps a network from "
                                + "learning examples by heart. So these stay at their defaults: "
                                + String.join(", ", names)
                                + ". To search one all the same, name it: --search 'dropout=0..0.5'");
    }
}
