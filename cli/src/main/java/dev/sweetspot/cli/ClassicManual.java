package dev.sweetspot.cli;

import dev.sweetspot.classic.family.ClassicFamilies;
import dev.sweetspot.classic.learning.ClassicTable;
import dev.sweetspot.data.Column;
import dev.sweetspot.data.Partition;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parameters of classical models, as they are for a typical table: some numbers, of which some are missing, and names. */
final class ClassicManual {
    /** Made once: a space follows from a table of a thousand rows. */
    private static final Map<String, SearchSpace.Dimension> DIMENSIONS = dimensions();

    private ClassicManual() {}

    /** Of classes and of numbers to predict. */
    private static List<SearchSpace> spaces() {
        int rows = Manual.EXAMPLES;
        var classes = IntStream.range(0, rows).map(row -> row % 2).toArray();
        var numbers = new float[rows];
        var gaps = new float[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = row;
            gaps[row] = row % 10 == 0 ? Float.NaN : row;
        }
        var columns = List.of(
                new Column.Numbers("numbers", numbers),
                new Column.Numbers("gaps", gaps),
                new Column.Categories("names", List.of("a", "b"), classes));
        var names = new RowNames(IntStream.rangeClosed(1, rows).toArray(), rows);
        var all = IntStream.range(0, rows).toArray();
        var partition = new Partition(new Parts(all, new int[0], new int[0]));
        var targets = IntStream.range(0, rows).asDoubleStream().toArray();
        return Stream.<Task>of(
                        new Task.Classification(List.of("a", "b"), classes), new Task.Regression("target", targets))
                .map(task -> new TableSet(columns, task, names, Optional.empty()))
                .map(set -> new ClassicTable(Optional.empty(), set, partition))
                .map(table -> table.space(ClassicFamilies.installed()))
                .toList();
    }

    /** Each once, as it is for the first task that has it. */
    static List<Parameter<?>> parameters() {
        return List.copyOf(DIMENSIONS.values().stream()
                .<Parameter<?>>map(SearchSpace.Dimension::parameter)
                .toList());
    }

    private static Map<String, SearchSpace.Dimension> dimensions() {
        var all = new LinkedHashMap<String, SearchSpace.Dimension>();
        spaces().forEach(space -> space.dimensions()
                .forEach(dimension -> all.putIfAbsent(dimension.parameter().name(), dimension)));
        return all;
    }

    /** All that a person wants to know of one of them, in lines; nothing where there is none of the name. */
    static List<String> explained(String name) {
        return Optional.ofNullable(DIMENSIONS.get(name)).stream()
                .flatMap(dimension -> lines(dimension).stream())
                .toList();
    }

    private static List<String> lines(SearchSpace.Dimension dimension) {
        var parameter = dimension.parameter();
        var about = parameter.about();
        var lines = new ArrayList<String>();
        lines.add(about.help());
        lines.add("range: " + parameter.rangeInWords() + (about.unit().isEmpty() ? "" : " (" + about.unit() + ")"));
        lines.add("default: " + standard(parameter));
        about.usualChange().ifPresent(change -> lines.add("usual change: " + change.inWords()));
        lines.add("tune: searches all of it");
        if (!dimension.conditions().isEmpty()) {
            lines.add("counts only where: "
                    + dimension.conditions().stream().map(Condition::inWords).collect(Collectors.joining(", and ")));
        }
        return lines;
    }

    private static <T> String standard(Parameter<T> parameter) {
        return parameter.label(parameter.defaultValue());
    }
}
