package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A space as it was, and some of its parameters as they are to be from now on, put together so that nothing is forgotten.
 *
 * <p>Each parameter has all values that it ever had, so that every earlier configuration still has its place, and
 * relations about it alone forbid those that it is to have no more: a wider range or another choice makes the parameter
 * larger, a narrower range is a linear relation, a retired choice a forbidden one. Relations about one parameter alone
 * that were there before make way for those of now. Grids, scales and kinds stay, because earlier values lie on them.
 *
 * @param space the whole of it
 * @param changes what is other than before, as sentences that people read; empty when nothing is
 */
public record SpaceChange(SearchSpace space, List<String> changes) {
    /** Keeps a copy. */
    public SpaceChange {
        changes = List.copyOf(changes);
    }

    /**
     * The space with these parameters as they are to be from now on.
     *
     * @param wanted a parameter that is there: its range or choices from now on, with no conditions for those that it has,
     *     or with more values in them; one that is not there: to be added, its default being the value that counts for
     *     earlier trials
     * @throws InvalidInputException when a kind, a scale or a grid would change, a condition would be lost, or nothing
     *     would be left that keeps all relations
     */
    public static SpaceChange of(SearchSpace before, List<SearchSpace.Dimension> wanted) {
        var dimensions = new LinkedHashMap<String, SearchSpace.Dimension>();
        before.dimensions()
                .forEach(dimension -> dimensions.put(dimension.parameter().name(), dimension));
        var relations = new ArrayList<>(before.relations());
        var seen = new LinkedHashSet<String>();
        for (var dimension : wanted) {
            var name = dimension.parameter().name();
            if (!seen.add(name)) {
                throw new InvalidInputException("change", name, "is there twice", "remove one?");
            }
            var old = dimensions.get(name);
            if (old == null) {
                dimensions.put(name, dimension);
            } else {
                var grown = Growth.of(old.parameter(), dimension.parameter());
                dimensions.put(
                        name,
                        new SearchSpace.Dimension(grown.parameter(), conditions(name, old, dimension.conditions())));
                relations.removeAll(Open.about(name, relations));
                relations.addAll(grown.relations());
            }
        }
        var after = SearchSpace.empty();
        for (var dimension : dimensions.values()) {
            after = after.with(dimension);
        }
        for (var relation : relations) {
            after = after.with(relation);
        }
        after.requireFeasible();
        var changes = inWords(before, after);
        return changes.isEmpty() ? new SpaceChange(before, changes) : new SpaceChange(after, changes);
    }

    /** The old conditions with more values; none may go, because trials have values where they held. */
    private static List<Condition> conditions(String name, SearchSpace.Dimension old, List<Condition> wanted) {
        if (wanted.isEmpty()) {
            return old.conditions();
        }
        var labels = new LinkedHashMap<String, Set<String>>();
        old.conditions().forEach(condition -> labels.put(condition.parent(), new LinkedHashSet<>(condition.labels())));
        var asked = new LinkedHashMap<String, Set<String>>();
        wanted.forEach(condition -> asked.put(condition.parent(), condition.labels()));
        boolean same = asked.keySet().equals(labels.keySet());
        if (!same
                || !labels.entrySet().stream().allMatch(entry -> asked.getOrDefault(entry.getKey(), Set.of())
                        .containsAll(entry.getValue()))) {
            throw new InvalidInputException(
                    name + " when",
                    inWords(wanted),
                    "must hold wherever it held before: " + inWords(old.conditions()),
                    "only add values?");
        }
        labels.forEach((parent, values) -> values.addAll(asked.getOrDefault(parent, Set.of())));
        return labels.entrySet().stream()
                .map(entry -> new Condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String inWords(List<Condition> conditions) {
        return conditions.isEmpty()
                ? "always"
                : String.join(
                        " and ", conditions.stream().map(Condition::inWords).toList());
    }

    private static List<String> inWords(SearchSpace before, SearchSpace after) {
        var changes = new ArrayList<String>();
        Map<String, SearchSpace.Dimension> old = new LinkedHashMap<>();
        before.dimensions().forEach(dimension -> old.put(dimension.parameter().name(), dimension));
        for (var dimension : after.dimensions()) {
            var parameter = dimension.parameter();
            var name = parameter.name();
            var now = Open.inWords(parameter, Open.about(name, after.relations()));
            var was = old.get(name);
            if (was == null) {
                boolean always = dimension.conditions().isEmpty();
                changes.add(name + ": " + now + (always ? "" : " when " + inWords(dimension.conditions()))
                        + "; is new, and " + defaultLabel(parameter) + " in the trials until now"
                        + (always ? "" : " where that holds"));
                continue;
            }
            var then = Open.inWords(was.parameter(), Open.about(name, before.relations()));
            if (!now.equals(then)) {
                changes.add(name + ": " + now + "; was " + then);
            }
            if (!dimension.conditions().equals(was.conditions())) {
                changes.add(name + ": is there when " + inWords(dimension.conditions()) + "; was when "
                        + inWords(was.conditions()));
            }
        }
        return changes;
    }

    private static <T> String defaultLabel(Parameter<T> parameter) {
        return parameter instanceof RealParameter real
                ? Numbers.plain(real.defaultValue())
                : parameter.label(parameter.defaultValue());
    }
}
