package dev.sweetspot.server.studies;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which trials somebody looks for, said by their values: {@code learning_rate > 0.01, optimizer = sgd}. All that is said has to
 * hold. A trial that has no such value is not found, whatever is asked of the value.
 */
final class TrialSearch {
    private static final String WHAT = "search";
    private static final int MOST = 20;
    /** A comma ends what is said of one value only where another name and a comparison follow. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=[^,<>=!]+[<>=!])");

    private static final Pattern SAID = Pattern.compile("\\s*([^<>=!]+?)\\s*(<=|>=|!=|=|<|>)(.*)", Pattern.DOTALL);
    /** A table shows four digits: who types what they see finds it. */
    private static final MathContext SHOWN = new MathContext(4);

    private TrialSearch() {}

    /**
     * What is looked for.
     *
     * @param text nothing, for all trials
     * @param columns of the table by their names, and what else can be asked of a trial
     * @throws InvalidInputException when it cannot be understood, with the rule
     */
    static Predicate<Trial> of(String text, Map<String, TrialTable.Column> columns) {
        if (text.isBlank()) {
            return trial -> true;
        }
        var said = BETWEEN.split(text, -1);
        if (said.length > MOST) {
            throw new InvalidInputException(
                    WHAT, said.length + " comparisons", "must be at most " + MOST, "fewer of them?");
        }
        var all = new ArrayList<Predicate<Trial>>();
        for (var one : said) {
            all.add(one(one, columns));
        }
        return trial -> all.stream().allMatch(each -> each.test(trial));
    }

    private static Predicate<Trial> one(String said, Map<String, TrialTable.Column> columns) {
        var parts = SAID.matcher(said);
        if (!parts.matches() || parts.group(3).isBlank()) {
            throw new InvalidInputException(
                    WHAT, said.strip(), "must be a name, one of = != < <= > >=, and a value", "state = failed?");
        }
        var name = parts.group(1);
        var column = columns.get(name);
        if (column == null) {
            throw new InvalidInputException(
                    WHAT, name, "is no column of the table", DidYouMean.maybe(name, columns.keySet()));
        }
        var comparison = parts.group(2);
        var value = parts.group(3).strip();
        return column.kind().equals(TrialTable.NUMBER)
                ? number(column, comparison, value)
                : text(column, comparison, value);
    }

    private static Predicate<Trial> number(TrialTable.Column column, String comparison, String text) {
        var wanted = parsed(column.name(), text);
        return trial -> column.value()
                .apply(trial)
                .filter(found -> holds((Number) found, comparison, wanted))
                .isPresent();
    }

    private static BigDecimal parsed(String name, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return BigDecimal.valueOf(number);
            }
        } catch (NumberFormatException e) {
            // Refused below, with what is no finite number either.
        }
        throw new InvalidInputException(name, text, "must be a number", name + " > 0.01?");
    }

    private static boolean holds(Number found, String comparison, BigDecimal wanted) {
        var value = new BigDecimal(found.toString());
        int order = value.compareTo(wanted);
        boolean same = order == 0 || value.round(SHOWN).compareTo(wanted) == 0;
        return switch (comparison) {
            case "=" -> same;
            case "!=" -> !same;
            case "<" -> order < 0;
            case "<=" -> order < 0 || same;
            case ">" -> order > 0;
            default -> order > 0 || same;
        };
    }

    private static Predicate<Trial> text(TrialTable.Column column, String comparison, String value) {
        if (!List.of("=", "!=").contains(comparison)) {
            throw new InvalidInputException(
                    column.name(),
                    comparison + " " + value,
                    "holds words, which are compared by = and !=",
                    column.name() + " = " + value + "?");
        }
        var wanted = value.toLowerCase(Locale.ROOT);
        return trial -> column.value()
                .apply(trial)
                .filter(found ->
                        String.valueOf(found).toLowerCase(Locale.ROOT).equals(wanted) == comparison.equals("="))
                .isPresent();
    }
}
