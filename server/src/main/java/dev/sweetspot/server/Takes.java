package dev.sweetspot.server;

import java.util.List;

/** What a request brings along beside its path and query. */
public sealed interface Takes {
    /** Nothing. */
    Takes NOTHING = new Nothing();

    /** Nothing. */
    record Nothing() implements Takes {}

    /**
     * A JSON map. What is not named here is refused, and so is what is of another kind.
     *
     * @param most bytes; at most as many as a JSON text may have, a mebibyte, unless it says otherwise
     */
    record Json(List<Given> entries, long most) implements Takes {
        /** Keeps a copy. */
        public Json {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A file as it is.
     *
     * @param help what it must be, as a sentence
     * @param most bytes
     */
    record File(String help, long most) implements Takes {}

    /** A JSON map of these entries. */
    static Takes json(Given... entries) {
        return new Json(List.of(entries), 1 << 20);
    }

    /** A file of at most as many bytes. */
    static Takes file(String help, long most) {
        return new File(help, most);
    }
}
