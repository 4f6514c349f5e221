package dev.sweetspot.cli;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.learning.Hints;
import dev.sweetspot.deep.space.OptimizerParameters;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.deep.space.TransferParameters;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** All that a person wants to know of one parameter, in lines. What differs between kinds of data is said of each. */
final class Explanation {
    private static final List<Integer> EXAMPLES = List.of(100, 500, 2_000, 5_000, 20_000, 100_000);
    private static final List<Integer> SIDES = List.of(8, 16, 32, 128, 224);

    private final String name;

    Explanation(String name) {
        this.name = name;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(name);
        var kinds = Manual.kinds().stream()
                .filter(kind -> kind.find(name).isPresent())
                .toList();
        var classic = ClassicManual.explained(name);
        if (kinds.isEmpty() && classic.isEmpty()) {
            lines.addAll(apart());
            return lines;
        }
        // Kinds that say the same stand together.
        var together = new LinkedHashMap<List<String>, List<Manual.Kind>>();
        for (var kind : kinds) {
            together.computeIfAbsent(of(kind), none -> new ArrayList<>()).add(kind);
        }
        for (var entry : together.entrySet()) {
            lines.add("  "
                    + (learning(kinds) == learning(Manual.kinds()) && together.size() == 1
                            ? "for all data"
                            : "for " + inWords(entry.getValue())));
            entry.getKey().forEach(line -> lines.add("    " + line));
        }
        if (!classic.isEmpty()) {
            lines.add("  for classical models of tables");
            classic.forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static long learning(List<Manual.Kind> kinds) {
        return kinds.stream().filter(kind -> !kind.draws()).count();
    }

    /** "images, classification of tables, series". */
    private static String inWords(List<Manual.Kind> kinds) {
        var byTasks = new LinkedHashMap<String, List<String>>();
        kinds.stream().map(Manual.Kind::data).distinct().forEach(data -> {
            var here = tasks(kinds, data);
            var tasks = here.equals(tasks(Manual.kinds(), data)) ? "" : String.join(" and ", here) + " of ";
            byTasks.computeIfAbsent(tasks, none -> new ArrayList<>()).add(data);
        });
        return byTasks.entrySet().stream()
                .map(entry -> entry.getKey() + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static List<String> tasks(List<Manual.Kind> kinds, String data) {
        return kinds.stream()
                .filter(kind -> kind.data().equals(data))
                .map(kind -> kind.task().word())
                .toList();
    }

    private static List<String> about(Parameter<?> parameter) {
        var lines = new ArrayList<String>();
        lines.add(parameter.about().help());
        var unit = parameter.about().unit();
        lines.add("range: " + parameter.rangeInWords() + (unit.isEmpty() ? "" : " (" + unit + ")"));
        return lines;
    }

    private static void addUsualChange(List<String> lines, Parameter<?> parameter) {
        parameter.about().usualChange().ifPresent(change -> lines.add("usual change: " + change.inWords()));
    }

    private List<String> of(Manual.Kind kind) {
        var dimension = kind.find(name).orElseThrow();
        var parameter = dimension.parameter();
        var lines = about(parameter);
        lines.add("default: " + standard(parameter) + follows(kind, standard(parameter)));
        addUsualChange(lines, parameter);
        lines.add("tune: " + searched(kind.space(), parameter) + exception(kind));
        conditions(dimension.conditions(), lines);
        return lines;
    }

    private static <T> String standard(Parameter<T> parameter) {
        return parameter.label(parameter.defaultValue());
    }

    private static void conditions(List<Condition> conditions, List<String> lines) {
        if (!conditions.isEmpty()) {
            lines.add("counts only where: "
                    + conditions.stream().map(Condition::inWords).collect(Collectors.joining(", and ")));
        }
    }

    /** What the examples themselves may change of it. */
    private String exception(Manual.Kind kind) {
        return kind.task() == Task.Kind.CLASSIFICATION
                ? Hints.exception(name).map(exception -> "; " + exception).orElse("")
                : "";
    }

    private static String searched(SearchSpace space, Parameter<?> parameter) {
        var suggested = Suggested.ranges(space).find(parameter.name());
        if (suggested.isEmpty()) {
            return "tried only where what it counts with is asked for";
        }
        var range = suggested.get().rangeInWords();
        return range.equals(standard(parameter)) || isOneNumber(suggested.get())
                ? "leaves it at its default, unless it is asked to search it"
                : "searches " + range;
    }

    private static boolean isOneNumber(Parameter<?> parameter) {
        return (parameter instanceof RealParameter real && real.low() == real.high())
                || (parameter instanceof IntegerParameter whole && whole.low() == whole.high());
    }

    /** Where the default is another, as the size of the data and the optimiser make it. */
    private String follows(Manual.Kind kind, String usual) {
        var others = new LinkedHashMap<String, String>();
        for (int examples : EXAMPLES) {
            note(
                    others,
                    kind,
                    Manual.kinds(examples, Manual.SIDE),
                    usual,
                    String.format(Locale.ROOT, "for %,d %s", examples, noun(kind)),
                    examples > Manual.EXAMPLES);
        }
        if (kind.data().equals("images")) {
            for (int side : SIDES) {
                note(
                        others,
                        kind,
                        Manual.kinds(Manual.EXAMPLES, side),
                        usual,
                        "for images of " + side + " x " + side,
                        side > Manual.SIDE);
            }
        }
        for (var optimizer : OptimizerParameters.OPTIMIZERS.all()) {
            for (var other : optimizer.standards()) {
                if (other.name().equals(name)) {
                    others.merge(standard(other), "with " + optimizer.name(), (a, b) -> a + " or " + b.substring(5));
                }
            }
        }
        return others.entrySet().stream()
                .map(entry -> "; " + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining());
    }

    private static String noun(Manual.Kind kind) {
        return kind.data().equals("tables") ? "rows" : kind.data();
    }

    /** Of several sizes with the same default the one that is nearest to the typical one is named. */
    private void note(
            Map<String, String> others,
            Manual.Kind kind,
            List<Manual.Kind> at,
            String usual,
            String when,
            boolean larger) {
        var there = at.stream()
                .filter(each -> each.data().equals(kind.data()) && each.task() == kind.task())
                .findFirst()
                .flatMap(each -> each.find(name));
        there.map(dimension -> standard(dimension.parameter()))
                .filter(value -> !value.equals(usual))
                .ifPresent(value -> {
                    if (larger) {
                        others.putIfAbsent(value, when + " or more");
                    } else {
                        others.put(value, when + " or fewer");
                    }
                });
    }

    /** What is no part of a space: how data is read, and what counts with a file of weights only. */
    private List<String> apart() {
        var begun = TransferParameters.explained();
        var dimension = begun.dimensions().stream()
                .filter(each -> each.parameter().name().equals(name))
                .findFirst();
        var parameter =
                dimension.<Parameter<?>>map(SearchSpace.Dimension::parameter).orElseGet(this::parameter);
        var lines = about(parameter);
        lines.add("default: " + standard(parameter));
        addUsualChange(lines, parameter);
        dimension.ifPresent(each -> conditions(each.conditions(), lines));
        boolean searchable = dimension.isPresent() || Apart.whyNotSearched(name).isEmpty();
        lines.add("tune: leaves it as it is"
                + (searchable
                        ? ", unless it is asked to search it"
                        : "; it cannot be searched, since " + Apart.whyNotSearched(name)));
        return lines.stream().map(line -> "  " + line).toList();
    }

    /** As it is for the first kind of data that has it. */
    Parameter<?> parameter() {
        return Manual.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The names of all that can be explained. */
    static List<String> names() {
        var names = new LinkedHashSet<String>();
        Manual.parameters().forEach(parameter -> names.add(parameter.name()));
        return List.copyOf(names);
    }
}
