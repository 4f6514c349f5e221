package dev.sweetspot.sampler;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The samplers that are installed. */
public final class Samplers {
    private Samplers() {}

    /** All of them, in the order of their names. */
    public static List<Sampler> installed() {
        return ServiceLoader.load(Sampler.class, Samplers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Sampler::name))
                .toList();
    }

    /** The one that chooses by itself where it is installed, else random search: for whoever asked for none. */
    public static Sampler usual() {
        return installed().stream()
                .filter(sampler -> sampler.name().equals("auto"))
                .findFirst()
                .orElseGet(RandomSearch::new);
    }

    /**
     * The one of that name, with its default settings.
     *
     * @throws InvalidInputException when there is none
     */
    public static Sampler named(String name) {
        var all = installed();
        return all.stream()
                .filter(sampler -> sampler.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "sampler",
                        name,
                        "is not installed",
                        DidYouMean.maybe(name, all.stream().map(Sampler::name).toList())));
    }
}
