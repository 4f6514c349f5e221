package dev.sweetspot.space;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameters in order, the conditions under which each is active, and the relations between them. Parents stand before
 * their children.
 */
public final class SearchSpace {
    private static final SearchSpace EMPTY = new SearchSpace(new LinkedHashMap<>(), List.of());

    private final Map<String, Dimension> dimensions;
    private final List<Relation> relations;
    private @Nullable Encoding encoding;

    /**
     * A parameter and the conditions that must all hold for it to be active.
     *
     * @param conditions empty for a parameter that is always active
     */
    public record Dimension(Parameter<?> parameter, List<Condition> conditions) {
        /** Keeps a copy. */
        public Dimension {
            conditions = List.copyOf(conditions);
        }
    }

    private SearchSpace(Map<String, Dimension> dimensions, List<Relation> relations) {
        this.dimensions = Collections.unmodifiableMap(dimensions);
        this.relations = List.copyOf(relations);
    }

    /** A space without parameters: the start of a define-by-run study. */
    public static SearchSpace empty() {
        return EMPTY;
    }

    /** A space of parameters that are always active. */
    public static SearchSpace of(Parameter<?>... parameters) {
        var space = EMPTY;
        for (var parameter : parameters) {
            space = space.with(parameter);
        }
        return space;
    }

    /**
     * The same with one parameter more, at the end.
     *
     * @throws InvalidInputException when the name is taken, or a condition names no earlier parameter or none of its
     *     values
     */
    public SearchSpace with(Parameter<?> parameter, Condition... conditions) {
        return with(new Dimension(parameter, List.of(conditions)));
    }

    /** The same with one dimension more, at the end. */
    public SearchSpace with(Dimension dimension) {
        var name = dimension.parameter().name();
        if (dimensions.containsKey(name)) {
            throw new InvalidInputException("parameter", name, "is there twice", "give one of them another name?");
        }
        for (var condition : dimension.conditions()) {
            var parent = dimensions.get(condition.parent());
            if (parent == null) {
                var before = dimensions.values().stream()
                        .map(Dimension::parameter)
                        .filter(parameter -> !(parameter instanceof RealParameter))
                        .map(Parameter::name)
                        .toList();
                throw new InvalidInputException(
                        name + " when",
                        condition.parent(),
                        "must name a parameter that stands before it",
                        DidYouMean.nearest(condition.parent(), before)
                                .map(near -> near + "?")
                                .orElse(""));
            }
            if (parent.parameter() instanceof RealParameter) {
                throw new InvalidInputException(
                        name + " when", condition.parent(), "must not be a real number", "a boolean or a choice?");
            }
        }
        var copy = new LinkedHashMap<>(dimensions);
        copy.put(name, new Dimension(dimension.parameter(), labelled(dimension.conditions())));
        return new SearchSpace(copy, relations);
    }

    /** Values as their parameters label them: {@code yes} of a boolean one is {@code true}, and would never hold as it is. */
    private List<Condition> labelled(List<Condition> conditions) {
        var result = new ArrayList<Condition>();
        for (var condition : conditions) {
            var parent = require(condition.parent()).parameter();
            var labels = new LinkedHashSet<String>();
            condition.labels().forEach(label -> labels.add(label(parent, label)));
            result.add(new Condition(condition.parent(), labels));
        }
        return result;
    }

    private static <T> String label(Parameter<T> parameter, String value) {
        return parameter.label(parameter.check(value));
    }

    /** The same with one relation more. */
    public SearchSpace with(Relation relation) {
        RelationRules.check(this, relation);
        var copy = new ArrayList<>(relations);
        copy.add(relation instanceof Relation.Forbidden forbidden ? labelled(forbidden) : relation);
        return new SearchSpace(new LinkedHashMap<>(dimensions), copy);
    }

    private Relation labelled(Relation.Forbidden forbidden) {
        var labels = new LinkedHashMap<String, String>();
        forbidden
                .labels()
                .forEach((name, label) -> labels.put(name, label(require(name).parameter(), label)));
        return new Relation.Forbidden(labels);
    }

    /** The same with another parameter in the place of the one of that name; its conditions stay. */
    public SearchSpace replace(Parameter<?> parameter) {
        var copy = new LinkedHashMap<>(dimensions);
        copy.put(
                parameter.name(),
                new Dimension(parameter, require(parameter.name()).conditions()));
        return new SearchSpace(copy, relations);
    }

    /** The dimensions in order. */
    public Collection<Dimension> dimensions() {
        return dimensions.values();
    }

    /** The parameters in order. */
    public List<Parameter<?>> parameters() {
        var list = new ArrayList<Parameter<?>>();
        dimensions.values().forEach(dimension -> list.add(dimension.parameter()));
        return list;
    }

    /** The relations. */
    public List<Relation> relations() {
        return relations;
    }

    /** The parameter of that name, if there is one. */
    public Optional<Parameter<?>> find(String name) {
        return Optional.ofNullable(dimensions.get(name)).map(Dimension::parameter);
    }

    /**
     * Refuses a configuration that does not belong to this space.
     *
     * @throws InvalidInputException with every rule that it breaks, one a line
     */
    public void check(Configuration configuration) {
        var broken = Encoding.of(this).violations(configuration);
        if (!broken.isEmpty()) {
            throw new InvalidInputException(String.join(System.lineSeparator(), broken));
        }
    }

    /**
     * Refuses a space of which it is proved that no configuration keeps all relations.
     *
     * @throws InvalidInputException with the relations at fault
     */
    public void requireFeasible() {
        var answer = Encoding.of(this).feasibility();
        if (answer instanceof Feasibility.Empty) {
            throw new InvalidInputException(answer.inWords());
        }
    }

    /** Made once for each space, since finding out how to draw from it may take a while. */
    synchronized Encoding encoding() {
        var known = encoding;
        if (known == null) {
            known = new SpaceEncoding(this);
            encoding = known;
        }
        return known;
    }

    /** The dimension of that name. */
    Dimension require(String name) {
        var dimension = dimensions.get(name);
        if (dimension == null) {
            throw new InvalidInputException(
                    "parameter", name, "is not in the space", DidYouMean.maybe(name, dimensions.keySet()));
        }
        return dimension;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchSpace that
                && List.copyOf(dimensions.values()).equals(List.copyOf(that.dimensions.values()))
                && relations.equals(that.relations);
    }

    @Override
    public int hashCode() {
        return dimensions.hashCode() * 31 + relations.hashCode();
    }

    @Override
    public String toString() {
        return "SearchSpace" + dimensions.keySet()
                + relations.stream().map(Relation::inWords).toList();
    }
}
