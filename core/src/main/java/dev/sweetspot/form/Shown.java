package dev.sweetspot.form;

import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NullForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a person wrote, in messages: the value itself where it is short, and what it was probably meant to be. */
final class Shown {
    private static final int LONGEST = 60;
    private static final Pattern POWER = Pattern.compile("10\\s*(?:\\^|\\*\\*)\\s*\\(?(-?[0-9]+)\\)?");
    private static final Pattern THOUSANDS = Pattern.compile("-?[0-9]{1,3}(?:[,_' ][0-9]{3})+");
    private static final Pattern COMMA = Pattern.compile("(-?[0-9]*),([0-9]+)");
    private static final Pattern WITH_WORD = Pattern.compile("(-?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\\s*[\\p{L}%]+");

    private Shown() {}

    /** The value as it was written; a long one, and what is inside lists and maps, is named only. */
    static String of(Form form) {
        if (form instanceof TextForm text
                && text.value().length() <= LONGEST
                && !text.value().contains("\n")) {
            return '"' + text.value() + '"';
        }
        if (form instanceof NumberForm number) {
            return number.literal();
        }
        if (form instanceof ListForm list && list.items().isEmpty()) {
            return "[]";
        }
        return form instanceof NullForm ? "nothing" : form.kind();
    }

    /** The number that a text was meant to be, after "Maybe "; empty where that is not plain. */
    static String asNumber(Form form) {
        if (!(form instanceof TextForm text)) {
            return "";
        }
        var words = text.value().strip();
        var power = POWER.matcher(words);
        if (power.matches()) {
            return "1e" + power.group(1) + "?";
        }
        if (THOUSANDS.matcher(words).matches()) {
            return words.replaceAll("[,_' ]", "") + "?";
        }
        var comma = COMMA.matcher(words);
        if (comma.matches()) {
            return (comma.group(1).isEmpty() ? "0" : comma.group(1)) + "." + comma.group(2) + "?";
        }
        var unit = WITH_WORD.matcher(words);
        if (unit.matches()) {
            return unit.group(1) + "?";
        }
        try {
            return Double.isFinite(Double.parseDouble(words)) ? words + ", without quotes?" : "";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }

    /** The same for a whole number, of which there is always one. */
    static String asWhole(Form form) {
        var number = asNumber(form);
        return number.isEmpty() ? "1?" : number;
    }

    /** How a value is written so that it is a text, after "Maybe "; empty where it is none. */
    static String asText(Form form) {
        if (form instanceof NumberForm number) {
            return '"' + number.literal() + "\", in quotes?";
        }
        return form instanceof BooleanForm truth ? '"' + String.valueOf(truth.value()) + "\", in quotes?" : "";
    }

    /** A value as the list that it was meant to be. */
    static String asList(Form form) {
        if (form instanceof TextForm text && text.value().length() <= LONGEST) {
            var words = text.value().strip();
            boolean plain = words.matches("[\\p{L}\\p{N}_. ,-]+");
            return plain ? "[" + words + "]" : "[\"" + words + "\"]";
        }
        if (form instanceof NumberForm number) {
            return "[" + number.literal() + "]";
        }
        return form instanceof MapForm ? "[{...}]" : "[...]";
    }

    /** A key that is a known one with something glued to it, for want of a space: {@code type:real}, {@code trials=40}. */
    static Optional<String> glued(String key, Collection<String> known) {
        return known.stream()
                .filter(name -> key.matches("\\Q" + name + "\\E\\s*[:=].*"))
                .findFirst()
                .map(name -> {
                    var rest = key.substring(name.length()).strip().substring(1).strip();
                    return name + ": " + (rest.matches("[^\\[{].*") ? rest : "...")
                            + (key.contains("=") ? ", with a colon?" : ", with a space after the colon?");
                });
    }
}
