package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.Locale;

/** Yes or no. */
public record BooleanParameter(String name, Boolean defaultValue, About about) implements Parameter<Boolean> {
    /** Checks the name. */
    public BooleanParameter {
        Names.check("parameter", name);
    }

    /** The same with another default. */
    public BooleanParameter withDefault(boolean value) {
        return new BooleanParameter(name, value, about);
    }

    /** The same with a unit, a help text or a usual change. */
    public BooleanParameter with(About other) {
        return new BooleanParameter(name, defaultValue, other);
    }

    @Override
    public BooleanParameter named(String other) {
        return new BooleanParameter(other, defaultValue, about);
    }

    @Override
    public Boolean check(Object value) {
        if (value instanceof Boolean answer) {
            return answer;
        }
        return switch (String.valueOf(value).trim().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default ->
                throw new InvalidInputException(
                        name, '"' + String.valueOf(value) + '"', "must be true or false", defaultValue + "?");
        };
    }

    @Override
    public String label(Boolean value) {
        return value.toString();
    }

    @Override
    public String rangeInWords() {
        return "true or false";
    }
}
