package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the conditions of a written space may name: parameters that stand before, so that there is no circle. */
final class Circles {
    private Circles() {}

    /**
     * Looks at the conditions of one parameter.
     *
     * @throws InvalidInputException at the parent's name, when it is no parameter, stands later, or goes in a circle
     */
    static void refuse(MapForm space, String name) {
        var names = List.copyOf(space.entries().keySet());
        for (var parent : parents(space, name)) {
            if (names.indexOf(parent) >= 0 && names.indexOf(parent) < names.indexOf(name)) {
                continue;
            }
            var at = when(space, name).map(map -> map.at(parent)).orElse(space.at(name));
            throw wrong(space, name, parent, names).at(at);
        }
    }

    private static InvalidInputException wrong(MapForm space, String name, String parent, List<String> names) {
        if (!names.contains(parent)) {
            return new InvalidInputException(
                    name + " when", parent, "is no parameter of the space", DidYouMean.maybe(parent, names));
        }
        var circle = circle(space, List.of(name, parent), new HashSet<>());
        if (circle.isPresent()) {
            return new InvalidInputException(
                    name + " when",
                    parent,
                    parent.equals(name)
                            ? "must be another parameter"
                            : "goes in a circle: " + String.join(" depends on ", circle.get()),
                    "drop one of these conditions?");
        }
        return new InvalidInputException(
                name + " when",
                parent,
                "must name a parameter that stands before it",
                "move " + parent + " above " + name + "?");
    }

    /** The way from parent to parent that comes back to where it began, if there is one. */
    private static Optional<List<String>> circle(MapForm space, List<String> way, Set<String> seen) {
        var last = way.get(way.size() - 1);
        if (last.equals(way.get(0))) {
            return Optional.of(way);
        }
        if (!seen.add(last)) {
            return Optional.empty();
        }
        for (var parent : parents(space, last)) {
            var longer = new ArrayList<>(way);
            longer.add(parent);
            var found = circle(space, longer, seen);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Set<String> parents(MapForm space, String name) {
        return when(space, name).map(map -> map.entries().keySet()).orElse(Set.of());
    }

    private static Optional<MapForm> when(MapForm space, String name) {
        return Optional.ofNullable(space.entries().get(name))
                .filter(MapForm.class::isInstance)
                .flatMap(form -> Fields.of(form).find("when"))
                .filter(MapForm.class::isInstance)
                .map(MapForm.class::cast);
    }
}
