package dev.sweetspot.deep.training.rescaling;

import dev.sweetspot.data.Depth;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * How stored values v become inputs: {@code factor v + shift}. Each is one public record without settings, and its name stands
 * in {@code META-INF/services}; the first there is the default.
 */
public interface Rescaling {
    /** As people write it: "mean_sd". */
    String name();

    /** What it does, to go on after its name. */
    String help();

    /** Whether mean and deviation are those of each image, over all of its channels, and not of each channel of the set. */
    boolean ofEachImage();

    /**
     * What values are multiplied with.
     *
     * @param deviation the standard deviation, of the channel or the image, above 0
     * @param samples over how many values the deviation is taken
     */
    double factor(double deviation, long samples, Depth depth);

    /** What is added afterwards. */
    double shift(double mean, double factor);

    /** All that are installed, the default first. */
    static List<Rescaling> installed() {
        return ServiceLoader.load(Rescaling.class, Rescaling.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The one of a name.
     *
     * @throws InvalidInputException when there is none
     */
    static Rescaling named(String name) {
        var all = installed();
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "rescale",
                        name,
                        "is not known",
                        DidYouMean.maybe(name, all.stream().map(Rescaling::name).toList())));
    }
}
