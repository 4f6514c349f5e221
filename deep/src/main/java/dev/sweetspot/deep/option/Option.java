package dev.sweetspot.deep.option;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import java.util.List;
import java.util.Locale;

/**
 * One of the things that a parameter chooses among. It is a public record: its components are its settings, its
 * constructor without arguments gives the usual ones, and its name stands in {@code META-INF/services}.
 *
 * @param <T> the kind of thing
 */
public interface Option<T extends Option<T>> {
    /** As people write it: "adamw". */
    String name();

    /** What it does, to go on after its name: "finds a step of its own for each number". */
    String help();

    /** Its own parameters: active where it is chosen. Options that have a parameter in common have the same one. */
    default List<Parameter<?>> parameters() {
        return List.of();
    }

    /** The same with the settings of a configuration; what the configuration does not say stays as it is. */
    T with(Configuration configuration);

    /** What to say of it after its name in a sentence, with settings: " with a momentum of 0.9"; often nothing. */
    default String inWords() {
        return "";
    }

    /** A number in three digits: "0.003". */
    static String brief(double value) {
        var text = String.format(Locale.ROOT, "%.3g", value);
        return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
    }
}
