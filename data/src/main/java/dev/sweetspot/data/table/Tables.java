package dev.sweetspot.data.table;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.data.prepare.TablePreparation.Wanted;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads tables from CSV and its kin. */
public final class Tables {
    private Tables() {}

    /**
     * Reads a table to learn from.
     *
     * @param test a table with the same columns, which is the test part
     * @throws InvalidInputException when it cannot be used, with file, line and column
     */
    public static Loaded<TableSet> read(Path path, Optional<Path> test, TableOptions options) {
        var file = CsvFile.open(path);
        var notes = new ArrayList<String>();
        if (!file.hasHeader()) {
            notes.add("The first line is no header but numbers: the columns are called column_1 and so on.");
        }
        boolean blind = options.blind().isPresent();
        var target = target(file, options, blind);
        options.group().ifPresent(name -> known("group", name, file));
        var time = Timeline.column(options, file);
        time.ifPresent(name -> known("time", name, file));
        refuseSenseless(options, target, test);
        options.categories().forEach(name -> known("category", name, file));
        options.ignored().forEach(name -> known("ignore", name, file));
        var table = RawTable.read(file, reading(options, target, time));
        var testTable = test.map(other -> readLikewise(other, table, target, notes));
        var found = target.isEmpty() || blind
                ? everything(options, table, testTable)
                : Target.of(target.get(), table, testTable, options.task());
        notes.addAll(found.notes());
        var candidates = file.header().stream()
                .filter(name -> !Optional.of(name).equals(target)
                        && !Optional.of(name).equals(options.group())
                        && !Optional.of(name).equals(time)
                        && !options.ignored().contains(name))
                .toList();
        options.time()
                .ifPresent(order -> notes.add("Parts follow time, by "
                        + time.map(Shown::name).orElse("the order of the rows")
                        + ": what is earlier is learnt from, what is later is judged by."));
        var choice = ColumnChoice.of(table, candidates, options.categories());
        notes.addAll(choice.notes());
        if (choice.names().isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    file,
                    "has no column to learn from beside the target",
                    "another file, or another --target?");
        }
        refuseLacking(choice.names(), testTable, file);
        var merged = new Merged(table, testTable, found.kept(), found.keptOfTest());
        var columns = choice.names().stream().map(merged::column).toList();
        var set = new TableSet(
                columns,
                found.task(),
                new RowNames(merged.lines(), found.kept().length),
                options.group().map(merged::groups),
                options.time().map(order -> Timeline.of(table, order, found.kept())));
        var given = given(set.size(), found.kept().length);
        Enough.check(file.toString(), set, given);
        return new Loaded<>(set, given, found.skipped(), notes);
    }

    private static void refuseSenseless(TableOptions options, Optional<String> target, Optional<Path> test) {
        var time = options.time().map(TimeOrder::column);
        if (time.isPresent() && time.equals(target)) {
            throw new InvalidInputException(
                    "time", Shown.name(time.get()), "is the column to predict", "another --target, or another column?");
        }
        if (time.isPresent() && test.isPresent()) {
            throw new InvalidInputException(
                    "time",
                    Shown.name(time.get()),
                    "cannot go with a test file: the test part is what comes last in time",
                    "put the rows of both into one file?");
        }
        if (time.filter(options.ignored()::contains).isPresent()) {
            throw new InvalidInputException(
                    "ignore", Shown.name(time.get()), "says when the rows were", "leave it out of one of the two?");
        }
    }

    private static Optional<String> target(CsvFile file, TableOptions options, boolean blind) {
        options.target().ifPresent(name -> known("target", name, file));
        if (options.target().isPresent() || blind) {
            return options.target();
        }
        return file.header().stream()
                .filter(name -> !Optional.of(name).equals(options.group())
                        && !Optional.of(name).equals(Timeline.column(options, file))
                        && !options.ignored().contains(name))
                .reduce((first, second) -> second)
                .or(() -> {
                    throw new InvalidInputException("data", file, "has no column left to predict", "ignore less?");
                });
    }

    private static void known(String what, String name, CsvFile file) {
        if (!file.header().contains(name)) {
            throw new InvalidInputException(
                    what,
                    Shown.name(name),
                    "is no column of " + file,
                    Shown.name(DidYouMean.maybe(name, file.header())));
        }
    }

    private static Function<String, Reading> reading(
            TableOptions options, Optional<String> target, Optional<String> time) {
        return name -> {
            if (options.ignored().contains(name)) {
                return Reading.NONE;
            }
            if (Optional.of(name).equals(options.group())
                    || options.categories().contains(name)) {
                return Reading.TEXT;
            }
            return Optional.of(name).equals(target) || Optional.of(name).equals(time)
                    ? Reading.PRECISE
                    : Reading.AUTOMATIC;
        };
    }

    /** A test file is read as the data was: a category stays one, even if all of its words look like numbers there. */
    private static RawTable readLikewise(Path path, RawTable table, Optional<String> target, List<String> notes) {
        var file = CsvFile.open(path);
        var extra = ColumnChoice.lacking(file.header(), table.file().header());
        if (!extra.isEmpty()) {
            notes.add("The test file has columns that the data does not have, which are left out: " + Shown.names(extra)
                    + ".");
        }
        target.ifPresent(name -> refuseLacking(List.of(name), file, table.file()));
        var readings = table.columns().stream()
                .collect(Collectors.toMap(
                        RawColumn::name,
                        column -> column instanceof RawColumn.Texts
                                ? Reading.TEXT
                                : column instanceof RawColumn.Precise
                                        ? Reading.PRECISE
                                        : column instanceof RawColumn.Numbers ? Reading.AUTOMATIC : Reading.NONE));
        var read = RawTable.read(file, name -> readings.getOrDefault(name, Reading.NONE));
        if (read.rows() == 0) {
            throw new InvalidInputException("test", file, "has no rows", "another file?");
        }
        return read;
    }

    private static void refuseLacking(List<String> names, Optional<RawTable> test, CsvFile data) {
        test.ifPresent(table -> refuseLacking(names, table.file(), data));
    }

    private static void refuseLacking(List<String> names, CsvFile file, CsvFile data) {
        var lacking = ColumnChoice.lacking(names, file.header());
        if (!lacking.isEmpty()) {
            throw new InvalidInputException(
                    "test",
                    file,
                    "lacks columns that " + data + " has: " + Shown.names(lacking),
                    Shown.name(DidYouMean.maybe(lacking.get(0), file.header())));
        }
    }

    private static Target everything(TableOptions options, RawTable table, Optional<RawTable> test) {
        int rows = table.rows();
        int testRows = test.map(RawTable::rows).orElse(0);
        return new Target(
                Task.blind(options.blind().orElse(Task.Kind.RECONSTRUCTION), rows + testRows),
                IntStream.range(0, rows).toArray(),
                IntStream.range(0, testRows).toArray(),
                List.of(),
                List.of());
    }

    private static GivenParts given(int size, int testFrom) {
        var parts = new @Nullable Part[size];
        for (int i = testFrom; i < size; i++) {
            parts[i] = Part.TEST;
        }
        return GivenParts.of(parts);
    }

    /**
     * Reads a table to predict. Other columns than the wanted ones do not matter, and what looks like a target is not looked
     * at.
     *
     * @param columns that a model wants, in its order
     * @throws InvalidInputException when it lacks one of them, or holds words where numbers are wanted
     */
    public static Loaded<TableSet> unlabelled(Path path, List<Wanted> columns) {
        var file = CsvFile.open(path);
        var lacking = ColumnChoice.lacking(columns.stream().map(Wanted::name).toList(), file.header());
        if (!lacking.isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    file,
                    "lacks columns that the model was trained on: " + Shown.names(lacking),
                    Shown.name(DidYouMean.maybe(lacking.get(0), file.header())));
        }
        Map<String, Reading> readings = columns.stream()
                .collect(Collectors.toMap(Wanted::name, column -> column.number() ? Reading.AUTOMATIC : Reading.TEXT));
        var table = RawTable.read(file, name -> readings.getOrDefault(name, Reading.NONE));
        if (table.rows() == 0) {
            throw new InvalidInputException("data", file, "has no rows", "another file?");
        }
        var merged = new Merged(
                table, Optional.empty(), IntStream.range(0, table.rows()).toArray(), new int[0]);
        List<Column> read = columns.stream()
                .map(wanted -> wanted.number()
                        ? new Column.Numbers(wanted.name(), Merged.numbers(table, table.column(wanted.name())))
                        : merged.category(wanted.name()))
                .toList();
        var set = new TableSet(
                read,
                new Task.Reconstruction(table.rows()),
                new RowNames(table.lines(), table.rows()),
                Optional.empty());
        return new Loaded<>(set, GivenParts.none(set.size()), List.<Skipped>of(), List.of());
    }
}
