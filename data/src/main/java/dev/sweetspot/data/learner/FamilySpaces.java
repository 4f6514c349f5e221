package dev.sweetspot.data.learner;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.About;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SearchSpace.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Several spaces, each with a choice among families at its root, as one with one choice among all of these families. A
 * parameter that one of them alone has keeps its name; one that several have gets the label of each before it.
 */
final class FamilySpaces {
    private final String root;
    private final Map<String, SearchSpace> spaces;
    /** The families of each label. */
    private final Map<String, Set<String>> families = new LinkedHashMap<>();

    private final Set<String> contested = new LinkedHashSet<>();
    private final SearchSpace joined;

    /**
     * @param root the name of the parameter that chooses, in each of them
     * @param spaces by label
     * @throws InvalidInputException when one has no such choice, or two have a family of one name
     */
    FamilySpaces(String root, Map<String, SearchSpace> spaces) {
        this.root = root;
        this.spaces = Collections.unmodifiableMap(new LinkedHashMap<>(spaces));
        var names = new LinkedHashSet<String>();
        var helps = new ArrayList<String>();
        spaces.forEach((label, space) -> {
            var choice = root(label, space);
            families.put(
                    label,
                    choice.choices().stream().map(Choice::label).collect(Collectors.toCollection(LinkedHashSet::new)));
            helps.add(choice.about().help());
            for (var family : families.getOrDefault(label, Set.of())) {
                if (!names.add(family)) {
                    throw new InvalidInputException(root, family, "is a family of two kinds of models", "");
                }
            }
            space.parameters().forEach(parameter -> contest(label, parameter.name()));
        });
        this.joined = joined(
                Parameter.categorical(root, names.toArray(String[]::new)).with(About.help(String.join(" ", helps))));
    }

    @SuppressWarnings("unchecked") // families are called by their names
    private CategoricalParameter<String> root(String label, SearchSpace space) {
        return space.find(root)
                .filter(CategoricalParameter.class::isInstance)
                .map(parameter -> (CategoricalParameter<String>) parameter)
                .orElseThrow(() -> new InvalidInputException(
                        label, space.parameters().size() + " parameters", "have no choice called " + root, ""));
    }

    private void contest(String label, String name) {
        spaces.forEach((other, space) -> {
            if (!other.equals(label) && !name.equals(root) && space.find(name).isPresent()) {
                contested.add(name);
            }
        });
    }

    private SearchSpace joined(Parameter<?> choice) {
        var result = SearchSpace.of(choice);
        for (var entry : spaces.entrySet()) {
            for (var dimension : entry.getValue().dimensions()) {
                if (!dimension.parameter().name().equals(root)) {
                    result = result.with(outside(entry.getKey(), dimension));
                }
            }
            for (var relation : entry.getValue().relations()) {
                result = result.with(outside(entry.getKey(), relation));
            }
        }
        return result;
    }

    private Dimension outside(String label, Dimension dimension) {
        var conditions = new ArrayList<Condition>();
        if (dimension.conditions().stream()
                .noneMatch(condition -> condition.parent().equals(root))) {
            conditions.add(new Condition(root, families.getOrDefault(label, Set.of())));
        }
        for (var condition : dimension.conditions()) {
            conditions.add(new Condition(outside(label, condition.parent()), condition.labels()));
        }
        return new Dimension(outside(label, dimension.parameter()), conditions);
    }

    private Relation outside(String label, Relation relation) {
        return relation instanceof Relation.Linear linear
                ? new Relation.Linear(renamed(label, linear.factors()), linear.comparison(), linear.bound())
                : new Relation.Forbidden(renamed(label, ((Relation.Forbidden) relation).labels()));
    }

    private <V> Map<String, V> renamed(String label, Map<String, V> byName) {
        var result = new LinkedHashMap<String, V>();
        byName.forEach((name, value) -> result.put(outside(label, name), value));
        return result;
    }

    private String outside(String label, String name) {
        return contested.contains(name) ? label + "." + name : name;
    }

    /** A parameter of one of them as the whole knows it; one that it asks for as it runs is its own. */
    <T> Parameter<T> outside(String label, Parameter<T> parameter) {
        boolean declared = spaces.getOrDefault(label, SearchSpace.empty())
                .find(parameter.name())
                .isPresent();
        return parameter.named(declared ? outside(label, parameter.name()) : label + "." + parameter.name());
    }

    /** All of it. */
    SearchSpace joined() {
        return joined;
    }

    /**
     * The label of the one that a configuration is for.
     *
     * @throws InvalidInputException when its family is of none of them
     */
    String label(Configuration whole) {
        var family = String.valueOf(whole.values().get(root));
        return families.entrySet().stream()
                .filter(entry -> entry.getValue().contains(family))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        root,
                        family,
                        "must be one of "
                                + String.join(
                                        ", ",
                                        families.values().stream()
                                                .flatMap(Set::stream)
                                                .toList()),
                        ""));
    }

    /** The configuration as the one that it is for sees it. */
    Configuration inside(Configuration whole) {
        var label = label(whole);
        var values = new LinkedHashMap<String, Object>();
        for (var parameter : spaces.getOrDefault(label, SearchSpace.empty()).parameters()) {
            var value = whole.values().get(outside(label, parameter.name()));
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return Configuration.of(values);
    }

    /** The labels, in their order. */
    List<String> labels() {
        return List.copyOf(spaces.keySet());
    }
}
