package dev.sweetspot.form;

import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the entries of a map, with messages that name the place, the entry and the rule. */
public final class Fields {
    private final MapForm map;

    private Fields(MapForm map) {
        this.map = map;
    }

    /** The entries of a map. */
    public static Fields of(MapForm map) {
        return new Fields(map);
    }

    /** The entries of a form that has to be a map. */
    public static Fields of(Form form) {
        return of(form, "value", "{...}?");
    }

    /**
     * The entries of a form that has to be a map.
     *
     * @param name what it is called, for messages
     * @param maybe what it may look like, after "Maybe "
     */
    public static Fields of(Form form, String name, String maybe) {
        if (form instanceof MapForm map) {
            return new Fields(map);
        }
        throw wrong(form, name, Shown.of(form), "must be a map", maybe);
    }

    /** Refuses an entry that nobody knows. */
    public Fields onlyKnown(Collection<String> known) {
        return onlyKnown(known, Map.of());
    }

    /**
     * Refuses an entry that nobody knows.
     *
     * @param known in the order in which a message lists them
     * @param elsewhere other words that people use, and what to say of each after "Maybe "
     */
    public Fields onlyKnown(Collection<String> known, Map<String, String> elsewhere) {
        for (var key : map.entries().keySet()) {
            if (!known.contains(key)) {
                var maybe = Optional.ofNullable(elsewhere.get(key))
                        .or(() -> Shown.glued(key, known))
                        .orElseGet(() -> DidYouMean.maybe(key, known));
                throw new InvalidInputException("entry", key, "is not known here", maybe).at(at(key));
            }
        }
        return this;
    }

    /** Where an entry was written; the whole map where it is not there. */
    public Position at(String key) {
        return map.at(key);
    }

    /** Makes something of an entry; what is wrong with it is said with the place where that entry was written. */
    public <T> T placed(String key, Supplier<T> reading) {
        return map.find(key).map(form -> placed(form, reading)).orElseGet(() -> placed(map, reading));
    }

    /** The entry, whatever it is. */
    public Form require(String key) {
        return require(key, "add \"" + key + "\"?");
    }

    /** The entry, whatever it is; after "Maybe " a message says what it may look like. */
    public Form require(String key, String maybe) {
        return map.find(key).orElseThrow(() -> wrong(map, key, "nothing", "must be there", maybe));
    }

    /** The entry, whatever it is, if it is there. */
    public Optional<Form> find(String key) {
        return map.find(key);
    }

    /** The entry, which has to be a map. */
    public Fields map(String key) {
        return of(require(key));
    }

    /** A text. */
    public String text(String key) {
        return textOf(key, require(key));
    }

    /** A text, if it is there. */
    public Optional<String> findText(String key) {
        return map.find(key).map(form -> textOf(key, form));
    }

    /** A number; the texts "NaN", "Infinity" and "-Infinity" count. */
    public double number(String key) {
        return numberOf(key, require(key));
    }

    /** A number, if it is there. */
    public Optional<Double> findNumber(String key) {
        return map.find(key).map(form -> numberOf(key, form));
    }

    /** A whole number of 64 bits. */
    public long whole(String key) {
        return wholeOf(key, require(key));
    }

    /** A whole number of 64 bits, if it is there. */
    public Optional<Long> findWhole(String key) {
        return map.find(key).map(form -> wholeOf(key, form));
    }

    /** A whole number of 32 bits. */
    public int integer(String key) {
        long value = whole(key);
        if (value != (int) value) {
            throw wrong(
                    require(key),
                    key,
                    value,
                    "must be from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
                    (value < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE) + "?");
        }
        return (int) value;
    }

    /** True or false, if it is there. */
    public Optional<Boolean> findTruth(String key) {
        return map.find(key).map(form -> {
            if (form instanceof BooleanForm truth) {
                return truth.value();
            }
            throw wrong(form, key, Shown.of(form), "must be true or false", "true?");
        });
    }

    /** A list; empty when the entry is not there. */
    public ListForm list(String key) {
        var form = map.find(key);
        if (form.isEmpty()) {
            return Form.of(List.of());
        }
        if (form.get() instanceof ListForm list) {
            return list;
        }
        throw wrong(form.get(), key, Shown.of(form.get()), "must be a list", Shown.asList(form.get()) + "?");
    }

    private static String textOf(String key, Form form) {
        if (form instanceof TextForm text) {
            return text.value();
        }
        throw wrong(form, key, Shown.of(form), "must be a text", Shown.asText(form));
    }

    private static double numberOf(String key, Form form) {
        if (form instanceof NumberForm number) {
            return number.doubleValue();
        }
        if (form instanceof TextForm text
                && Set.of("NaN", "Infinity", "-Infinity").contains(text.value())) {
            return Double.parseDouble(text.value());
        }
        throw wrong(form, key, Shown.of(form), "must be a number", Shown.asNumber(form));
    }

    private static long wholeOf(String key, Form form) {
        if (!(form instanceof NumberForm number)) {
            throw wrong(form, key, Shown.of(form), "must be a whole number", Shown.asWhole(form));
        }
        try {
            return new BigDecimal(number.literal()).longValueExact();
        } catch (ArithmeticException notWhole) {
            double value = number.doubleValue();
            throw Math.abs(value) < 1e15
                    ? wrong(form, key, number.literal(), "must be a whole number", Math.round(value) + "?")
                    : wrong(form, key, number.literal(), "must be a whole number of at most 18 digits", "1?");
        }
    }

    /** An error about a form: where it was written, the name, the value, the rule, "Maybe ...". */
    public static InvalidInputException wrong(Form form, String name, Object value, String rule, String maybe) {
        return new InvalidInputException(name, value, rule, maybe).at(form.at());
    }

    /** Makes something of a form; what is wrong with it is said with the place where it was written. */
    public static <T> T placed(Form form, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException e) {
            throw e.at(form.at());
        }
    }
}
