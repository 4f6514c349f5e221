package dev.sweetspot.trackers;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Where a study is tracked.
 *
 * @param place a folder or an address, as the kind of tracker takes it
 */
public record Target(TrackerProvider kind, String place) {
    /** The kinds that are installed, by name. */
    public static List<TrackerProvider> kinds() {
        return ServiceLoader.load(TrackerProvider.class, TrackerProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(TrackerProvider::name))
                .toList();
    }

    /** Whether a text begins with the name of a kind: as far as a colon, or all of it. */
    public static boolean isOne(String text) {
        return kinds().stream().anyMatch(kind -> kind.name().equals(nameIn(text)));
    }

    /**
     * As it is written: {@code tensorboard:DIR}.
     *
     * @param option for messages: "--track"
     * @throws InvalidInputException when there is no such kind, or it has no such place
     */
    public static Target parse(String option, String text) {
        var name = nameIn(text);
        var names = kinds().stream().map(TrackerProvider::name).toList();
        var kind = kinds().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException(option, text, "is no known tracker", DidYouMean.maybe(name, names)));
        if (text.length() <= name.length() + 1) {
            throw new InvalidInputException(option, text, "says no place", name + ":" + kind.place() + "?");
        }
        var place = text.substring(name.length() + 1);
        kind.check(place);
        return new Target(kind, place);
    }

    private static String nameIn(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    /** As it is written, without a password. */
    @Override
    public String toString() {
        return kind.name() + ":" + place.replaceAll("//[^/@]*@", "//...@");
    }
}
