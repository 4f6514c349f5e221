package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.ChangeForms;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.ListedParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the workload of a study takes, so that no trial is proposed which it cannot run. Another program's study is its
 * own business: there everything goes.
 */
final class Settable {
    private final SearchSpace now;
    private final Optional<SearchSpace> all;

    private Settable(SearchSpace now, Optional<SearchSpace> all) {
        this.now = now;
        this.all = all;
    }

    /** @param errand what the study is for */
    static Settable of(MapForm errand, SearchSpace now) {
        return new Settable(
                now,
                Errand.isOfNetworks(errand)
                        ? Optional.of(Manual.space(Errand.workloadOf(errand), blind(errand)))
                        : Optional.empty());
    }

    /** The task, where the study's data is loaded for one for which nothing is to be predicted. */
    private static Optional<Task.Kind> blind(MapForm errand) {
        return inside(errand, "workload")
                .flatMap(workload -> inside(workload, "settings"))
                .flatMap(settings -> inside(settings, "data"))
                .flatMap(data -> inside(data, "table"))
                .flatMap(table -> Fields.of(table).findText("task"))
                .map(Task.Kind::named)
                .filter(Task.Kind::blind);
    }

    private static Optional<MapForm> inside(MapForm form, String name) {
        return form.find(name).filter(MapForm.class::isInstance).map(MapForm.class::cast);
    }

    /** A parameter as {@code --search} writes it; one of the workload's that the study does not have yet as well. */
    SearchSpace.Dimension fromText(String name, String range) {
        return now.find(name).isPresent() || all.isEmpty()
                ? ChangeForms.fromText(now, name, range)
                : new SearchSpace.Dimension(
                        ChangeForms.fromText(all.get(), name, range).parameter(), conditions(name));
    }

    private List<Condition> conditions(String name) {
        return all.orElseThrow().dimensions().stream()
                .filter(dimension -> dimension.parameter().name().equals(name))
                .findFirst()
                .map(SearchSpace.Dimension::conditions)
                .orElse(List.of());
    }

    /**
     * What is wanted, with all that belongs to it: a choice that is added brings the parameters that it needs.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the workload does not take it
     */
    List<SearchSpace.Dimension> whole(List<SearchSpace.Dimension> wanted) {
        if (all.isEmpty()) {
            return wanted;
        }
        var result = new LinkedHashMap<String, SearchSpace.Dimension>();
        for (var dimension : wanted) {
            require(dimension.parameter());
            result.put(dimension.parameter().name(), dimension);
        }
        for (var dimension : Suggested.ranges(all.get()).dimensions()) {
            for (var condition : dimension.conditions()) {
                var added = added(condition.parent(), wanted);
                added.retainAll(condition.labels());
                if (!added.isEmpty()) {
                    result.compute(
                            dimension.parameter().name(),
                            (name, said) -> grown(dimension, said, condition.parent(), added));
                }
            }
        }
        return List.copyOf(result.values());
    }

    /** The labels that a parameter is to have and has not now. */
    private Set<String> added(String parent, List<SearchSpace.Dimension> wanted) {
        var labels = new LinkedHashSet<String>();
        wanted.stream()
                .filter(dimension -> dimension.parameter().name().equals(parent))
                .forEach(dimension -> labels.addAll(labels(dimension.parameter())));
        now.find(parent).ifPresent(old -> labels.removeAll(labels(old)));
        return labels;
    }

    /** A parameter that is active for further values of its parent. */
    private SearchSpace.Dimension grown(
            SearchSpace.Dimension whole, SearchSpace.@Nullable Dimension said, String parent, Set<String> added) {
        var name = whole.parameter().name();
        var there = now.dimensions().stream()
                .filter(dimension -> dimension.parameter().name().equals(name))
                .findFirst();
        var parameter = said != null
                ? said.parameter()
                : there.<Parameter<?>>map(SearchSpace.Dimension::parameter).orElse(whole.parameter());
        if (there.isEmpty()) {
            return new SearchSpace.Dimension(parameter, List.of(new Condition(parent, added)));
        }
        var conditions = new ArrayList<Condition>();
        for (var condition : there.get().conditions()) {
            var labels = new LinkedHashSet<>(condition.labels());
            if (condition.parent().equals(parent)) {
                labels.addAll(added);
            }
            conditions.add(new Condition(condition.parent(), labels));
        }
        return new SearchSpace.Dimension(parameter, conditions);
    }

    private void require(Parameter<?> wanted) {
        var whole = Restriction.require(all.orElseThrow(), wanted.name());
        if (wanted instanceof RealParameter real) {
            whole.check(real.low());
            whole.check(real.high());
        } else if (wanted instanceof IntegerParameter integer) {
            whole.check(integer.low());
            whole.check(integer.high());
        } else {
            labels(wanted).forEach(whole::check);
        }
    }

    private static Set<String> labels(Parameter<?> parameter) {
        var labels = new LinkedHashSet<String>();
        if (parameter instanceof ListedParameter<?> listed) {
            listed.choices().forEach(choice -> labels.add(choice.label()));
        }
        return labels;
    }
}
