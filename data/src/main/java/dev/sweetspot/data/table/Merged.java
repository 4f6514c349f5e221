package dev.sweetspot.data.table;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.Groups;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Columns of a table and of its test file as one, without the rows that were skipped.
 *
 * @param kept places of the rows that are kept
 * @param keptOfTest the same of the test file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Merged(RawTable table, Optional<RawTable> test, int[] kept, int[] keptOfTest) {
    private int size() {
        return kept.length + keptOfTest.length;
    }

    /** The column of that name. */
    Column column(String name) {
        var column = table.column(name);
        if (column instanceof RawColumn.Texts texts && !Dates.all(texts.words())) {
            return categories(name, texts);
        }
        var numbers = numbers(table, column);
        var ofTest = test.map(other -> numbers(other, other.column(name))).orElse(new float[0]);
        var all = new float[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < kept.length ? numbers[kept[i]] : ofTest[keptOfTest[i - kept.length]];
        }
        return new Column.Numbers(name, all);
    }

    /** The column of that name, whatever its words look like. */
    Column category(String name) {
        return categories(name, (RawColumn.Texts) table.column(name));
    }

    /** Numbers, or dates as days. */
    static float[] numbers(RawTable table, RawColumn column) {
        if (column instanceof RawColumn.Numbers numbers) {
            return numbers.values();
        }
        var texts = (RawColumn.Texts) column;
        if (!Dates.all(texts.words())) {
            throw noNumber(table, texts);
        }
        var days = texts.words().stream().map(word -> (float) Dates.days(word)).toList();
        var numbers = new float[texts.codes().length];
        for (int row = 0; row < numbers.length; row++) {
            int code = texts.codes()[row];
            numbers[row] = code < 0 ? Float.NaN : days.get(code);
        }
        return numbers;
    }

    private static InvalidInputException noNumber(RawTable table, RawColumn.Texts texts) {
        var words = texts.words();
        var odd = words.stream()
                .filter(word -> Target.isNoNumber(word) && Double.isNaN(Dates.days(word)))
                .findFirst()
                .orElse(words.get(0));
        return table.file()
                .wrong(
                        texts.lineOf(words.indexOf(odd), table.lines()),
                        texts.name(),
                        odd,
                        "must be a number or a date, as in the data that is learnt from",
                        "the cell should be empty, because it is not known?");
    }

    private Column categories(String name, RawColumn.Texts texts) {
        var ofTest = test.map(other -> (RawColumn.Texts) other.column(name));
        var all = new TreeSet<>(texts.words());
        ofTest.ifPresent(other -> all.addAll(other.words()));
        var words = List.copyOf(all);
        var codes = new int[size()];
        fill(texts, kept, words, codes, 0);
        ofTest.ifPresent(other -> fill(other, keptOfTest, words, codes, kept.length));
        return new Column.Categories(name, words, codes);
    }

    private static void fill(RawColumn.Texts texts, int[] rows, List<String> words, int[] codes, int from) {
        var places = texts.words().stream()
                .mapToInt(word -> Collections.binarySearch(words, word))
                .toArray();
        for (int i = 0; i < rows.length; i++) {
            int code = texts.codes()[rows[i]];
            codes[from + i] = code < 0 ? Column.Categories.MISSING : places[code];
        }
    }

    /** Rows by the words of a column; one without a word is a group of its own. */
    Groups groups(String name) {
        var places = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        var of = new int[size()];
        for (int i = 0; i < of.length; i++) {
            boolean own = i < kept.length;
            var from = own ? table : test.orElseThrow();
            int row = own ? kept[i] : keptOfTest[i - kept.length];
            var texts = (RawColumn.Texts) from.column(name);
            int code = texts.codes()[row];
            var word = code < 0
                    ? (own ? "row " : "test row ") + from.lines()[row]
                    : texts.words().get(code);
            var known = places.putIfAbsent(word, names.size());
            of[i] = known == null ? names.size() : known;
            if (known == null) {
                names.add(word);
            }
        }
        return new Groups(name, names, of);
    }

    /** The lines of the rows. */
    int[] lines() {
        var lines = new int[size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = i < kept.length
                    ? table.lines()[kept[i]]
                    : test.orElseThrow().lines()[keptOfTest[i - kept.length]];
        }
        return lines;
    }
}
