package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;

/** What comes back. */
public sealed interface Answer {
    /** JSON. */
    record Json(int status, Form form) implements Answer {}

    /**
     * JSON that says that there is nothing yet, with status 202.
     *
     * @param seconds after which it may be asked for again: {@code Retry-After}
     */
    record Later(Form form, int seconds) implements Answer {}

    /** Nothing more than that it is done. */
    record Nothing() implements Answer {}

    /**
     * Something to look at in a page: a picture.
     *
     * @param forever whether the same address always has the same content, so that a browser need not ask again
     */
    record Content(String media, Bytes bytes, boolean forever) implements Answer {}

    /**
     * A file that a browser stores, and never opens as a page of ours.
     *
     * @param name as it is suggested; anything that could do harm in it is replaced
     * @param writer writes it
     */
    record Download(String name, String media, Writer writer) implements Answer {}

    /** Live events about some topics. */
    record Events(List<String> topics) implements Answer {
        /** Keeps a copy. */
        public Events {
            topics = List.copyOf(topics);
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Writer {
        /** Writes all of it; need not close it. */
        void write(OutputStream out) throws IOException;
    }

    /** JSON. */
    static Answer of(Form form) {
        return new Json(200, form);
    }

    /** Something that is new because of the request. */
    static Answer created(Form form) {
        return new Json(201, form);
    }

    /** It is done. */
    static Answer done() {
        return new Nothing();
    }

    /** A map of names and forms, one after the other, in this order. */
    static Form.MapForm map(Object... entries) {
        var all = new LinkedHashMap<String, Form>();
        for (int i = 0; i < entries.length; i += 2) {
            all.put((String) entries[i], (Form) entries[i + 1]);
        }
        return Form.of(all);
    }
}
