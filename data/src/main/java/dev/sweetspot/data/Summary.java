package dev.sweetspot.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What was read, in a few sentences: how much of what kind, how much is missing, and what is to be predicted. */
public final class Summary {
    private static final int SOME_CLASSES = 8;

    private Summary() {}

    /** One paragraph. */
    public static String of(Loaded<? extends DataSet> loaded) {
        var set = loaded.set();
        var sentences = new ArrayList<String>();
        sentences.add(items(loaded) + ".");
        if (set instanceof TableSet table) {
            sentences.add(columns(table));
            sentences.add(missing(table));
            table.groups()
                    .ifPresent(groups -> sentences.add(
                            count(groups.count(), "group", "groups") + " by " + Shown.name(groups.name()) + "."));
        } else if (set instanceof SequenceSet series) {
            sentences.add(steps(series));
        } else if (set instanceof ImageSet images) {
            sentences.add("Each is " + images.width() + " x " + images.height() + " with "
                    + count(images.channels(), "channel", "channels") + " of "
                    + 8 * images.depth().bytes() + " bits.");
        }
        sentences.add(task(set));
        if (!loaded.skipped().isEmpty()) {
            sentences.add(count(loaded.skipped().size(), set.noun(1), set.noun()) + " could not be used and "
                    + (loaded.skipped().size() == 1 ? "was" : "were") + " skipped.");
        }
        return String.join(" ", sentences);
    }

    private static String items(Loaded<? extends DataSet> loaded) {
        var set = loaded.set();
        int test = loaded.given().count(Part.TEST);
        var all = count(set.size(), set.noun(1), set.noun());
        return test == 0 ? all : all + ", " + String.format(Locale.ROOT, "%,d", test) + " of them the given test part";
    }

    private static String columns(TableSet table) {
        int numbers = (int) table.columns().stream()
                .filter(Column.Numbers.class::isInstance)
                .count();
        int categories = table.columns().size() - numbers;
        var kinds = new ArrayList<String>();
        if (numbers > 0) {
            kinds.add(count(numbers, "column of numbers", "columns of numbers"));
        }
        if (categories > 0) {
            int words = table.columns().stream()
                    .mapToInt(column -> column instanceof Column.Categories names
                            ? names.categories().size()
                            : 0)
                    .sum();
            kinds.add(count(categories, "column", "columns") + " of categories ("
                    + count(words, "category", "categories") + " in all)");
        }
        return "They have " + String.join(" and ", kinds) + ".";
    }

    private static String missing(TableSet table) {
        long cells = table.columns().stream().mapToLong(Column::missing).sum();
        if (cells == 0) {
            return "Nothing is missing.";
        }
        var names = table.columns().stream()
                .filter(column -> column.missing() > 0)
                .map(Column::name)
                .toList();
        return String.format(Locale.ROOT, "%,d", cells) + (cells == 1 ? " value is" : " values are") + " missing, in "
                + Shown.names(names) + ".";
    }

    private static String steps(SequenceSet series) {
        var length = series.shortest() == series.longest()
                ? count(series.longest(), "step", "steps")
                : String.format(Locale.ROOT, "%,d to %,d steps", series.shortest(), series.longest());
        return "Each has " + length + " of " + count(series.channels().size(), "channel", "channels") + ".";
    }

    private static String task(DataSet set) {
        if (set.task() instanceof Task.Classification classes) {
            return classes(classes);
        }
        if (set.task() instanceof Task.Regression numbers) {
            var targets = IntStream.range(0, numbers.size())
                    .mapToDouble(numbers::target)
                    .summaryStatistics();
            return "To be predicted: the number " + Shown.name(numbers.targetName()) + ", from "
                    + number(targets.getMin()) + " to " + number(targets.getMax()) + ", "
                    + number(targets.getAverage()) + " on average.";
        }
        return "Nothing is to be predicted: what is learnt is the " + set.noun() + " themselves.";
    }

    private static String classes(Task.Classification classes) {
        var counts = classes.counts(IntStream.range(0, classes.size()).toArray());
        var names = new ArrayList<String>();
        for (int c = 0; c < Math.min(SOME_CLASSES, counts.length); c++) {
            names.add(Shown.name(classes.classNames().get(c)) + " " + String.format(Locale.ROOT, "%,d", counts[c]));
        }
        int more = counts.length - names.size();
        return "To be predicted: one of " + count(counts.length, "class", "classes") + ", " + listed(names, more) + ".";
    }

    private static String listed(List<String> names, int more) {
        return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
    }

    private static String count(int count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /** Five digits that count. */
    private static String number(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
        boolean readable = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9);
        return readable ? rounded.toPlainString() : rounded.toString();
    }
}
