package dev.sweetspot.data.table;

import dev.sweetspot.data.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns are learnt from, and as what; the others are said with the reason.
 *
 * @param names of the columns to learn from
 * @param notes for people
 */
record ColumnChoice(List<String> names, List<String> notes) {
    /** So few different texts may all differ by chance. */
    private static final int FEW_ROWS = 10;

    private static final int MANY_WORDS = 100;
    private static final Set<String> ROW_NUMBERS =
            Set.of("id", "index", "row", "rownames", "row_id", "unnamed: 0", "column_1", "number", "no", "nr");

    ColumnChoice {
        names = List.copyOf(names);
        notes = List.copyOf(notes);
    }

    /**
     * Chooses.
     *
     * @param candidates all columns but the target, the groups and those that a person left out
     * @param wanted columns that a person wants, whatever they look like
     */
    static ColumnChoice of(RawTable table, List<String> candidates, Set<String> wanted) {
        var names = new ArrayList<String>();
        var notes = new ArrayList<String>();
        var dates = new ArrayList<String>();
        var reasons = new LinkedHashMap<String, List<String>>();
        for (var name : candidates) {
            var column = table.column(name);
            var reason = wanted.contains(name) ? Optional.<String>empty() : useless(column);
            if (reason.isPresent()) {
                reasons.computeIfAbsent(reason.get(), key -> new ArrayList<>()).add(name);
            } else {
                names.add(name);
                if (column instanceof RawColumn.Texts texts && Dates.all(texts.words())) {
                    dates.add(name);
                }
            }
        }
        reasons.forEach((reason, out) -> notes.add(
                "Left out " + (out.size() == 1 ? "column " : "columns ") + Shown.names(out) + ": " + reason + "."));
        if (!dates.isEmpty()) {
            notes.add("Dates are taken as days since 1970: " + Shown.names(dates) + ".");
        }
        return new ColumnChoice(names, notes);
    }

    private static Optional<String> useless(RawColumn column) {
        if (column instanceof RawColumn.Texts texts) {
            return useless(texts);
        }
        var numbers = (RawColumn.Numbers) column;
        float first = Float.NaN;
        int known = 0;
        boolean equal = true;
        boolean counting = true;
        float last = Float.NEGATIVE_INFINITY;
        for (float value : numbers.values()) {
            if (!Float.isNaN(value)) {
                first = known++ == 0 ? value : first;
                equal &= value == first;
                counting &= value > last && value == Math.rint(value);
                last = value;
            }
        }
        if (known == 0) {
            return Optional.of("all values are missing");
        }
        if (equal && known == numbers.values().length && known > 1) {
            return Optional.of("there is one value in all rows");
        }
        boolean number = counting && known == numbers.values().length && known >= FEW_ROWS;
        return number && ROW_NUMBERS.contains(column.name().toLowerCase(Locale.ROOT))
                ? Optional.of("it only numbers the rows")
                : Optional.empty();
    }

    private static Optional<String> useless(RawColumn.Texts texts) {
        int known = 0;
        for (int code : texts.codes()) {
            known += code >= 0 ? 1 : 0;
        }
        int different = texts.words().size();
        if (different == 1 && known == texts.codes().length && known > 1) {
            return Optional.of("there is one value in all rows");
        }
        if (different == 0) {
            return Optional.of("all values are missing");
        }
        if (Dates.all(texts.words())) {
            return Optional.empty();
        }
        if (different == known && known >= FEW_ROWS) {
            return Optional.of("all texts are different, so they name the rows and say nothing about others");
        }
        return different > MANY_WORDS && 2 * different > known
                ? Optional.of("nearly all texts are different, and nothing can be learnt from them")
                : Optional.empty();
    }

    /** Columns that all of these lack. */
    static List<String> lacking(List<String> wanted, List<String> there) {
        var known = new HashSet<>(there);
        return wanted.stream().filter(name -> !known.contains(name)).toList();
    }
}
