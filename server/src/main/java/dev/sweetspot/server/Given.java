package dev.sweetspot.server;

/**
 * A named value that a request gives: part of its path, of its query, or of its JSON text.
 *
 * @param help what it means, as a sentence
 * @param required whether a request without it is refused
 */
public record Given(String name, Kind kind, String help, boolean required) {
    /** One that has to be there. */
    public static Given required(String name, Kind kind, String help) {
        return new Given(name, kind, help, true);
    }

    /** One that may be left out. */
    public static Given optional(String name, Kind kind, String help) {
        return new Given(name, kind, help, false);
    }
}
