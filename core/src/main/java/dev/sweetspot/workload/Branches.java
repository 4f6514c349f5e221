package dev.sweetspot.workload;

import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SearchSpace.Dimension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several spaces as the branches of one, under a parameter that says which. */
final class Branches {
    private final CategoricalParameter<String> root;
    private final Map<String, SearchSpace> spaces;
    /** Names that mean the same in every branch that has them, and so keep it. */
    private final Set<String> shared = new HashSet<>();

    private final SearchSpace space;

    Branches(CategoricalParameter<String> root, Map<String, SearchSpace> spaces) {
        this.root = root;
        this.spaces = spaces;
        // Parents stand before their children, so that it is settled for them when a child is looked at.
        spaces.values().forEach(branch -> branch.dimensions().stream()
                .filter(this::sameEverywhere)
                .forEach(dimension -> shared.add(dimension.parameter().name())));
        this.space = joined();
    }

    SearchSpace space() {
        return space;
    }

    /** The configuration that a branch sees. */
    Configuration inside(String label, Configuration whole) {
        var values = new LinkedHashMap<String, Object>();
        for (var parameter : branch(label).parameters()) {
            var value = whole.values().get(outside(label, parameter.name()));
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return Configuration.of(values);
    }

    /** A parameter of a branch as the whole knows it; one that the branch asks for as it runs is its own. */
    <T> Parameter<T> outside(String label, Parameter<T> parameter) {
        return parameter.named(outside(label, parameter.name()));
    }

    private String outside(String label, String name) {
        return shared.contains(name) && branch(label).find(name).isPresent() ? name : label + "." + name;
    }

    private SearchSpace branch(String label) {
        return Optional.ofNullable(spaces.get(label)).orElseGet(SearchSpace::empty);
    }

    private boolean sameEverywhere(Dimension dimension) {
        var name = dimension.parameter().name();
        boolean parentsShared =
                dimension.conditions().stream().allMatch(condition -> shared.contains(condition.parent()));
        var owners = spaces.values().stream()
                .filter(branch -> branch.find(name).isPresent())
                .toList();
        return !name.equals(root.name())
                && (owners.size() == 1
                        || (parentsShared
                                && owners.stream()
                                        .allMatch(branch -> branch.dimensions().contains(dimension))
                                && owners.stream()
                                                .map(branch -> about(name, branch))
                                                .distinct()
                                                .count()
                                        == 1));
    }

    private static Set<Relation> about(String name, SearchSpace branch) {
        var result = new HashSet<Relation>();
        for (var relation : branch.relations()) {
            if (names(relation).contains(name)) {
                result.add(relation);
            }
        }
        return result;
    }

    private static Set<String> names(Relation relation) {
        return relation instanceof Relation.Linear linear
                ? linear.factors().keySet()
                : ((Relation.Forbidden) relation).labels().keySet();
    }

    private SearchSpace joined() {
        var joined = SearchSpace.of(root);
        for (var entry : spaces.entrySet()) {
            for (var dimension : entry.getValue().dimensions()) {
                if (joined.find(outside(entry.getKey(), dimension.parameter().name()))
                        .isEmpty()) {
                    joined = joined.with(outside(entry.getKey(), dimension));
                }
            }
        }
        var relations = new LinkedHashSet<Relation>();
        spaces.forEach(
                (label, branch) -> branch.relations().forEach(relation -> relations.add(outside(label, relation))));
        for (var relation : relations) {
            joined = joined.with(relation);
        }
        return joined;
    }

    private Dimension outside(String label, Dimension dimension) {
        var conditions = new ArrayList<Condition>();
        var labels = labelsOf(label, dimension.parameter().name());
        if (labels.size() < spaces.size()) {
            conditions.add(new Condition(root.name(), labels));
        }
        for (var condition : dimension.conditions()) {
            conditions.add(new Condition(outside(label, condition.parent()), condition.labels()));
        }
        return new Dimension(outside(label, dimension.parameter()), conditions);
    }

    /** The choices under which a parameter is active. */
    private Set<String> labelsOf(String label, String name) {
        if (!shared.contains(name)) {
            return Set.of(label);
        }
        var labels = new LinkedHashSet<String>();
        spaces.forEach((each, branch) -> {
            if (branch.find(name).isPresent()) {
                labels.add(each);
            }
        });
        return labels;
    }

    private Relation outside(String label, Relation relation) {
        if (relation instanceof Relation.Linear linear) {
            return new Relation.Linear(renamed(label, linear.factors()), linear.comparison(), linear.bound());
        }
        return new Relation.Forbidden(renamed(label, ((Relation.Forbidden) relation).labels()));
    }

    private <V> Map<String, V> renamed(String label, Map<String, V> byName) {
        var result = new LinkedHashMap<String, V>();
        byName.forEach((name, value) -> result.put(outside(label, name), value));
        return result;
    }
}
