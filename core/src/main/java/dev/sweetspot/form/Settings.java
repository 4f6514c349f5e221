package dev.sweetspot.form;

import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The settings of a named thing (a sampler, a scheduler) as a form. The thing is a public record; its components are its
 * settings: numbers, truth values, texts, words of an enum.
 */
public final class Settings {
    private static final String NAME = "name";

    private Settings() {}

    /** {@code median}, or {@code {name: median, trials: 8}} with what differs from the defaults. */
    public static <T> Form toForm(String name, T thing, T defaults) {
        if (thing.equals(defaults) || !(thing instanceof Record)) {
            return Form.of(name);
        }
        var entries = new LinkedHashMap<String, Form>();
        entries.put(NAME, Form.of(name));
        for (var component : thing.getClass().getRecordComponents()) {
            var value = value(component, thing);
            if (!value.equals(value(component, defaults))) {
                entries.put(component.getName(), form(value));
            }
        }
        return Form.of(entries);
    }

    /**
     * The thing that was written: its defaults by name, and over them the settings that are there.
     *
     * @param named gives the thing of a name with its defaults
     * @throws InvalidInputException with "did you mean" for a setting that the thing does not have
     */
    public static <T> T fromForm(Form form, Function<String, T> named) {
        if (form instanceof TextForm text) {
            return named.apply(text.value());
        }
        var fields = Fields.of(form);
        var defaults = named.apply(fields.text(NAME));
        var components =
                defaults instanceof Record ? defaults.getClass().getRecordComponents() : new RecordComponent[0];
        var known = new LinkedHashSet<>(List.of(NAME));
        Arrays.stream(components).forEach(component -> known.add(component.getName()));
        fields.onlyKnown(known);
        var values = Arrays.stream(components)
                .map(component -> fields.find(component.getName())
                        .map(given -> parsed(component, given))
                        .orElseGet(() -> value(component, defaults)))
                .toArray();
        return components.length == 0 ? defaults : made(defaults, components, values);
    }

    @SuppressWarnings("unchecked") // the constructor is that of the class of the defaults
    private static <T> T made(T defaults, RecordComponent[] components, Object[] values) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return (T) defaults.getClass().getConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(defaults.getClass() + " must be a public record", e);
        }
    }

    private static Object value(RecordComponent component, Object thing) {
        try {
            return component.getAccessor().invoke(thing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(thing.getClass() + " must be a public record", e);
        }
    }

    private static Form form(Object value) {
        if (value instanceof Double number) {
            return Form.of(number.doubleValue());
        }
        if (value instanceof Integer || value instanceof Long) {
            return Form.of(((Number) value).longValue());
        }
        if (value instanceof Boolean truth) {
            return Form.of(truth.booleanValue());
        }
        if (value instanceof Enum<?> word) {
            return Form.of(word.name().toLowerCase(Locale.ROOT));
        }
        if (value instanceof String text) {
            return Form.of(text);
        }
        throw new IllegalArgumentException("a setting of type " + value.getClass() + " cannot be written");
    }

    private static Object parsed(RecordComponent component, Form given) {
        var name = component.getName();
        var type = component.getType();
        if (type == double.class && given instanceof NumberForm number) {
            return number.doubleValue();
        }
        if ((type == int.class || type == long.class) && given instanceof NumberForm number) {
            return whole(name, type, number);
        }
        if (type == boolean.class && given instanceof BooleanForm truth) {
            return truth.value();
        }
        if (type == String.class && given instanceof TextForm text) {
            return text.value();
        }
        if (type.isEnum() && given instanceof TextForm text) {
            return word(name, type, text);
        }
        throw Fields.wrong(
                given, name, given.kind(), "must be a " + type.getSimpleName().toLowerCase(Locale.ROOT), "");
    }

    private static Object whole(String name, Class<?> type, NumberForm number) {
        try {
            var exact = new BigDecimal(number.literal());
            return type == int.class ? (Object) exact.intValueExact() : (Object) exact.longValueExact();
        } catch (ArithmeticException notWhole) {
            throw Fields.wrong(number, name, number.literal(), "must be a whole number", "");
        }
    }

    private static Object word(String name, Class<?> type, TextForm text) {
        var words = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
        int place = words.indexOf(text.value().toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw Fields.wrong(text, name, text.value(), "is not known", DidYouMean.maybe(text.value(), words));
        }
        return type.getEnumConstants()[place];
    }
}
