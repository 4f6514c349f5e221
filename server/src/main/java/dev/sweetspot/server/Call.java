package dev.sweetspot.server;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.MapForm;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** One request, checked against what its route says: what is asked for here is there and of the right kind. */
public final class Call {
    private final Map<String, String> path;
    private final Map<String, String> query;
    private final MapForm body;
    private final InputStream file;
    private final String lastEvent;

    Call(Map<String, String> path, Map<String, String> query, MapForm body, InputStream file, String lastEvent) {
        this.path = path;
        this.query = query;
        this.body = body;
        this.file = file;
        this.lastEvent = lastEvent;
    }

    /** A value of the path. */
    public String path(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is no value of the path");
        }
        return value;
    }

    /** A value of the query, if it is there. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The same as a whole number. */
    public Optional<Long> findWhole(String name) {
        return find(name).map(Long::parseLong);
    }

    /** The same as a number. */
    public Optional<Double> findNumber(String name) {
        return find(name).map(Double::parseDouble);
    }

    /** The same as a truth value; false where it is not there. */
    public boolean truth(String name) {
        return find(name).filter("true"::equals).isPresent();
    }

    /** The entries of the JSON map that it brings along. */
    public Fields body() {
        return Fields.of(body);
    }

    /** The same as it came. */
    public MapForm json() {
        return body;
    }

    /** The file that it brings along; reading more than the route allows fails with status 413. */
    public InputStream file() {
        return file;
    }

    /** The last event that a page has had that follows live events; empty where it begins. */
    String lastEvent() {
        return lastEvent;
    }
}
