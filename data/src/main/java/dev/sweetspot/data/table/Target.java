package dev.sweetspot.data.table;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.DidYouMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What is to be predicted of the items of a file, and of those of a test file: items without a target are skipped.
 *
 * @param task of the items that are kept, those of the test file behind the others
 * @param kept places of the items that are kept
 * @param keptOfTest the same of the test file
 * @param skipped items without a target
 * @param notes for people
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Target(Task task, int[] kept, int[] keptOfTest, List<Skipped> skipped, List<String> notes) {
    /** A whole number that takes more values than this is taken as a measurement. */
    private static final int MOST_CLASSES = 20;
    /** Classes that hold fewer items than this on average are taken as measurements. */
    private static final int FEWEST_OF_A_CLASS = 5;

    private static final int MOST_CLASSES_ASKED_FOR = 1000;
    private static final double WHOLE = 1e15;

    /**
     * The targets of a file, one an item.
     *
     * @param lines that say them
     * @param name of an item
     */
    record Source(RawTable table, RawColumn column, int[] lines, IntFunction<String> name) {
        int size() {
            return lines.length;
        }
    }

    /** Of a column in a table. */
    static Target of(String name, RawTable table, Optional<RawTable> test, Optional<Task.Kind> kind) {
        return of(
                name,
                new Source(table, table.column(name), table.lines(), row -> "row " + table.lines()[row]),
                test.map(other ->
                        new Source(other, other.column(name), other.lines(), row -> "test row " + other.lines()[row])),
                kind);
    }

    /** Of any items. */
    static Target of(String name, Source source, Optional<Source> test, Optional<Task.Kind> kind) {
        if (source.size() == 0) {
            throw source.table().file().wrong(1, "has a header and no rows", "another file?");
        }
        var skipped = new ArrayList<Skipped>();
        var kept = kept(name, source, skipped);
        var keptOfTest = test.map(other -> kept(name, other, skipped)).orElse(new int[0]);
        if (2 * kept.length < source.size() || kept.length == 0) {
            throw source.table()
                    .file()
                    .wrong(
                            source.lines()[0],
                            "the target " + Shown.name(name) + " is missing in " + (source.size() - kept.length)
                                    + " of " + source.size(),
                            "another --target?");
        }
        var notes = new ArrayList<String>();
        var task = source.column() instanceof RawColumn.Texts texts
                ? classesOfTexts(name, source, texts, test, kind, kept, keptOfTest)
                : ofNumbers(name, source, test, kind, kept, keptOfTest, notes);
        return new Target(task, kept, keptOfTest, skipped, notes);
    }

    private static int[] kept(String name, Source source, List<Skipped> skipped) {
        var column = source.column();
        return IntStream.range(0, source.size())
                .filter(row -> {
                    boolean known = column instanceof RawColumn.Texts texts
                            ? texts.codes()[row] >= 0
                            : !Double.isNaN(((RawColumn.Precise) column).values()[row]);
                    if (!known) {
                        skipped.add(new Skipped(
                                source.name().apply(row), "its target " + Shown.name(name) + " is missing"));
                    }
                    return known;
                })
                .toArray();
    }

    private static Task classesOfTexts(
            String name,
            Source source,
            RawColumn.Texts texts,
            Optional<Source> test,
            Optional<Task.Kind> kind,
            int[] kept,
            int[] keptOfTest) {
        if (kind.equals(Optional.of(Task.Kind.REGRESSION))) {
            var numbers = texts.words().stream()
                    .filter(Target::isNoNumber)
                    .findFirst()
                    .orElse("");
            int code = Math.max(0, texts.words().indexOf(numbers));
            throw source.table()
                    .file()
                    .wrong(
                            texts.lineOf(code, source.lines()),
                            name,
                            texts.words().get(code),
                            "must be a number, because a regression predicts numbers",
                            "--task classification?");
        }
        var words = Arrays.stream(kept).mapToObj(row -> texts.words().get(texts.codes()[row]));
        var classes = List.copyOf(new TreeSet<>(words.toList()));
        var labels = new ArrayList<Integer>();
        for (int row : kept) {
            labels.add(Collections.binarySearch(classes, texts.words().get(texts.codes()[row])));
        }
        test.ifPresent(other -> {
            var said = (RawColumn.Texts) other.column();
            for (int row : keptOfTest) {
                labels.add(place(name, said.words().get(said.codes()[row]), classes, other, row));
            }
        });
        return new Task.Classification(classes, ints(labels));
    }

    /** Whether it is a word and no number. */
    static boolean isNoNumber(String word) {
        try {
            return Double.isNaN(Double.parseDouble(word));
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static int place(String name, String word, List<String> classes, Source source, int row) {
        int place = classes.indexOf(word);
        if (place < 0) {
            throw source.table()
                    .file()
                    .wrong(
                            source.lines()[row],
                            name,
                            word,
                            "is a class that the data to learn from does not have",
                            Shown.name(DidYouMean.maybe(word, classes)));
        }
        return place;
    }

    private static Task ofNumbers(
            String name,
            Source source,
            Optional<Source> test,
            Optional<Task.Kind> asked,
            int[] kept,
            int[] keptOfTest,
            List<String> notes) {
        var values = ((RawColumn.Precise) source.column()).values();
        var testValues = test.map(other -> numbers(name, other)).orElse(new double[0]);
        var counts = new TreeMap<Double, Integer>();
        boolean whole = true;
        for (int row : kept) {
            whole &= values[row] == Math.rint(values[row]) && Math.abs(values[row]) < WHOLE;
            if (counts.size() <= MOST_CLASSES_ASKED_FOR) {
                // 0 and -0 are one class.
                counts.merge(values[row] + 0.0, 1, Integer::sum);
            }
        }
        boolean likeClasses =
                whole && counts.size() <= MOST_CLASSES && counts.size() * FEWEST_OF_A_CLASS <= kept.length;
        var kind = asked.orElse(likeClasses ? Task.Kind.CLASSIFICATION : Task.Kind.REGRESSION);
        if (kind == Task.Kind.REGRESSION) {
            var all = new double[kept.length + keptOfTest.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = i < kept.length ? values[kept[i]] : testValues[keptOfTest[i - kept.length]];
            }
            return new Task.Regression(name, all);
        }
        if (counts.size() > MOST_CLASSES_ASKED_FOR) {
            throw source.table()
                    .file()
                    .wrong(
                            source.lines()[0],
                            "the target " + Shown.name(name) + " has more than " + MOST_CLASSES_ASKED_FOR
                                    + " different values, too many for classes",
                            "--task regression?");
        }
        if (asked.isEmpty()) {
            notes.add("The " + counts.size() + " different whole numbers of " + Shown.name(name)
                    + " are taken as classes (--task regression changes that).");
        }
        var order = List.copyOf(counts.keySet());
        var classes = order.stream().map(Target::className).toList();
        var labels = new ArrayList<Integer>();
        for (int row : kept) {
            labels.add(order.indexOf(values[row] + 0.0));
        }
        test.ifPresent(other -> {
            for (int row : keptOfTest) {
                labels.add(place(name, className(testValues[row] + 0.0), classes, other, row));
            }
        });
        return new Task.Classification(classes, ints(labels));
    }

    /** A test file may have words where the data has numbers. */
    private static double[] numbers(String name, Source test) {
        if (test.column() instanceof RawColumn.Texts texts) {
            var word = texts.words().stream()
                    .filter(Target::isNoNumber)
                    .findFirst()
                    .orElse(texts.words().get(0));
            throw test.table()
                    .file()
                    .wrong(
                            texts.lineOf(texts.words().indexOf(word), test.lines()),
                            name,
                            word,
                            "must be a number, as in the data to learn from",
                            "another test file?");
        }
        return ((RawColumn.Precise) test.column()).values();
    }

    private static String className(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
