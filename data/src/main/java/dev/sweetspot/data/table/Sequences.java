package dev.sweetspot.data.table;

import dev.sweetspot.data.GivenParts;
import dev.sweetspot.data.Loaded;
import dev.sweetspot.data.Part;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads series in long form: a row a step, the columns {@code series} and {@code step} first, then a column a channel, the
 * target repeated in every row of its series.
 */
public final class Sequences {
    private static final String SERIES = "series";
    private static final String STEP = "step";

    private Sequences() {}

    /** Whether a header says that the rows are steps of series. */
    public static boolean isHeader(List<String> names) {
        return names.size() > 2
                && names.get(0).equalsIgnoreCase(SERIES)
                && names.get(1).equalsIgnoreCase(STEP);
    }

    /**
     * Reads series to learn from.
     *
     * @param test series with the same channels, which are the test part
     * @throws InvalidInputException when they cannot be used, with file, line and column
     */
    public static Loaded<SequenceSet> read(Path path, Optional<Path> test, TableOptions options) {
        var file = CsvFile.open(path);
        boolean blind = options.blind().isPresent();
        var target = blind ? options.target() : Optional.of(options.target().orElseGet(() -> last(file)));
        target.ifPresent(name -> known("target", name, file));
        options.ignored().forEach(name -> known("ignore", name, file));
        options.time().ifPresent(order -> {
            throw new InvalidInputException(
                    "time",
                    order.column(),
                    "is for tables: the steps of a series are its time, and series are drawn whole",
                    "leave it out?");
        });
        if (options.group().isPresent()) {
            throw new InvalidInputException(
                    "group", options.group().get(), "is for tables: a series is a group of its own", "leave it out?");
        }
        if (!options.categories().isEmpty()) {
            throw new InvalidInputException(
                    "category",
                    Shown.names(options.categories().stream().sorted().toList()),
                    "is for tables: series are of numbers alone",
                    "ignore the column?");
        }
        var channels = channels(file, target, options);
        if (channels.isEmpty()) {
            throw new InvalidInputException(
                    "data", file, "has no channel beside series, step and the target", "another --target?");
        }
        var cut = cut(file, channels, target);
        var testCut = test.map(other -> cut(checked(other, file, channels, target, options), channels, target));
        var notes = new ArrayList<String>();
        noteUneven(cut, notes);
        var found = target.isEmpty() || blind
                ? everything(options, cut, testCut)
                : Target.of(
                        target.get(),
                        cut.targets(target.get(), "series "),
                        testCut.map(other -> other.targets(target.get(), "test series ")),
                        options.task());
        notes.addAll(found.notes());
        var set = set(channels, cut, testCut, found);
        noteMissing(set, notes);
        var parts = new @Nullable Part[set.size()];
        for (int i = found.kept().length; i < parts.length; i++) {
            parts[i] = Part.TEST;
        }
        var given = GivenParts.of(parts);
        Enough.check(file.toString(), set, given);
        return new Loaded<>(set, given, found.skipped(), notes);
    }

    private static String last(CsvFile file) {
        return file.header().get(file.header().size() - 1);
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

    private static List<String> channels(CsvFile file, Optional<String> target, TableOptions options) {
        return file.header().stream()
                .skip(2)
                .filter(name ->
                        !Optional.of(name).equals(target) && !options.ignored().contains(name))
                .toList();
    }

    private static SeriesCut cut(CsvFile file, List<String> channels, Optional<String> target) {
        var series = file.header().get(0);
        var step = file.header().get(1);
        var table = RawTable.read(
                file,
                name -> name.equals(series)
                        ? Reading.TEXT
                        : Optional.of(name).equals(target)
                                ? Reading.PRECISE
                                : name.equals(step) || channels.contains(name) ? Reading.AUTOMATIC : Reading.NONE);
        if (table.rows() == 0) {
            throw file.wrong(1, "has a header and no rows", "another file?");
        }
        return SeriesCut.of(table, series, step);
    }

    /** A test file of the same channels. */
    private static CsvFile checked(
            Path path, CsvFile data, List<String> channels, Optional<String> target, TableOptions options) {
        var file = CsvFile.open(path);
        if (!isHeader(file.header())) {
            throw new InvalidInputException(
                    "test", file, "must hold series too: its first columns must be series and step", "another file?");
        }
        target.ifPresent(name -> known("target", name, file));
        var others = channels(file, target, options);
        if (!others.equals(channels)) {
            throw new InvalidInputException(
                    "test",
                    file,
                    "must have the channels of " + data + ", " + Shown.names(channels) + ", and has "
                            + Shown.names(others),
                    "another file?");
        }
        return file;
    }

    private static void noteUneven(SeriesCut cut, List<String> notes) {
        var steps = SeriesCut.numbers(cut.table(), cut.table().file().header().get(1));
        long uneven =
                IntStream.range(0, cut.size()).filter(i -> cut.uneven(i, steps)).count();
        if (uneven > 0) {
            notes.add("In " + uneven + " of " + cut.size()
                    + " series steps lie at uneven distances: they are taken as if evenly spaced.");
        }
    }

    private static void noteMissing(SequenceSet set, List<String> notes) {
        long missing = 0;
        for (int i = 0; i < set.size(); i++) {
            for (float value : set.series(i)) {
                missing += Float.isNaN(value) ? 1 : 0;
            }
        }
        if (missing > 0) {
            notes.add(missing + (missing == 1 ? " value is" : " values are")
                    + " missing, and the mean of the channel stands there.");
        }
    }

    private static Target everything(TableOptions options, SeriesCut cut, Optional<SeriesCut> test) {
        int ofTest = test.map(SeriesCut::size).orElse(0);
        return new Target(
                Task.blind(options.blind().orElse(Task.Kind.RECONSTRUCTION), cut.size() + ofTest),
                IntStream.range(0, cut.size()).toArray(),
                IntStream.range(0, ofTest).toArray(),
                List.of(),
                List.of());
    }

    private static SequenceSet set(List<String> channels, SeriesCut cut, Optional<SeriesCut> test, Target found) {
        int steps = steps(cut, found.kept())
                + test.map(other -> steps(other, found.keptOfTest())).orElse(0);
        var values = new float[Math.multiplyExact(steps, channels.size())];
        var offsets = new ArrayList<Integer>(List.of(0));
        var names = new ArrayList<String>();
        fill(cut, found.kept(), channels, "", values, offsets, names);
        test.ifPresent(other -> fill(other, found.keptOfTest(), channels, "test:", values, offsets, names));
        return new SequenceSet(
                channels, offsets.stream().mapToInt(Integer::intValue).toArray(), values, names, found.task());
    }

    private static int steps(SeriesCut cut, int[] kept) {
        return IntStream.of(kept)
                .map(i -> cut.offsets()[i + 1] - cut.offsets()[i])
                .sum();
    }

    private static void fill(
            SeriesCut cut,
            int[] kept,
            List<String> channels,
            String prefix,
            float[] values,
            List<Integer> offsets,
            List<String> names) {
        var columns = channels.stream()
                .map(name -> SeriesCut.numbers(cut.table(), name))
                .toArray(float[][]::new);
        for (int i : kept) {
            int at = offsets.get(offsets.size() - 1);
            for (int row = cut.offsets()[i]; row < cut.offsets()[i + 1]; row++) {
                for (int c = 0; c < columns.length; c++) {
                    values[at * columns.length + c] = columns[c][row];
                }
                at++;
            }
            offsets.add(at);
            names.add(prefix + cut.names().get(i));
        }
    }

    /**
     * Reads series to predict. Other columns than the wanted ones do not matter.
     *
     * @param channels that a model wants, in its order
     * @throws InvalidInputException when one is lacking, or the file holds no series
     */
    public static Loaded<SequenceSet> unlabelled(Path path, List<String> channels) {
        var file = CsvFile.open(path);
        if (!isHeader(file.header())) {
            throw new InvalidInputException(
                    "data", file, "must hold series: its first columns must be series and step", "another file?");
        }
        var lacking = ColumnChoice.lacking(channels, file.header());
        if (!lacking.isEmpty()) {
            throw new InvalidInputException(
                    "data",
                    file,
                    "lacks channels that the model was trained on: " + Shown.names(lacking),
                    Shown.name(DidYouMean.maybe(lacking.get(0), file.header())));
        }
        var cut = cut(file, channels, Optional.empty());
        var set = set(channels, cut, Optional.empty(), everything(TableOptions.AUTOMATIC, cut, Optional.empty()));
        return new Loaded<>(set, GivenParts.none(set.size()), List.of(), List.of());
    }
}
