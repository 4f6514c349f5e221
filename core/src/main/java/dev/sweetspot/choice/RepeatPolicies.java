package dev.sweetspot.choice;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The ways to decide what is run again that are installed. */
public final class RepeatPolicies {
    private RepeatPolicies() {}

    /** All of them, in the order of their names. */
    public static List<Repeats> installed() {
        return ServiceLoader.load(Repeats.class, RepeatPolicies.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Repeats::name))
                .toList();
    }

    /**
     * As people write it: a name, a map with a name and settings, or a number, which is how many runs each of the best few
     * is to have.
     *
     * @throws InvalidInputException with the place, when it cannot be
     */
    public static Repeats fromForm(Form form) {
        if (!(form instanceof Form.NumberForm)) {
            return Fields.placed(form, () -> Settings.fromForm(form, RepeatPolicies::named));
        }
        return Fields.placed(
                form,
                () -> Settings.fromForm(Form.of(Map.of("name", Form.of("best"), "runs", form)), RepeatPolicies::named));
    }

    /**
     * The one of that name, with its default settings.
     *
     * @throws InvalidInputException when there is none
     */
    public static Repeats named(String name) {
        var all = installed();
        return all.stream()
                .filter(repeats -> repeats.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "repeats",
                        name,
                        "is not installed",
                        DidYouMean.maybe(name, all.stream().map(Repeats::name).toList())));
    }
}
