package dev.sweetspot.server;

import dev.sweetspot.form.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the route of a request. Segments are told apart before they are decoded, so that a value may hold any character. */
final class Router {
    private final List<Route> routes;

    /**
     * @param routes of all resources
     * @throws IllegalArgumentException when two answer the same, or a value of a path is not described
     */
    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
        var seen = new TreeSet<String>();
        for (var route : routes) {
            if (!seen.add(route.verb() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))) {
                throw new IllegalArgumentException(route.verb() + " " + route.path() + ": is answered by two routes");
            }
            var named = route.inPath().stream().map(Given::name).toList();
            var there = segments(route.path()).stream()
                    .filter(Router::isValue)
                    .map(Router::nameOf)
                    .toList();
            if (!named.equals(there)) {
                throw new IllegalArgumentException(
                        route.path() + ": has the values " + there + ", and described are " + named);
            }
        }
    }

    /** All of them, in their order. */
    List<Route> routes() {
        return routes;
    }

    /** A route, and what the values of its path are. */
    record Found(Route route, Map<String, String> values) {}

    /**
     * @param path as it was sent
     * @throws Refusal when there is no such path, or it knows other verbs only
     */
    Found find(String verb, String path) {
        var segments = segments(path);
        var others = new TreeSet<String>();
        for (var route : routes) {
            var values = match(segments(route.path()), segments);
            if (values.isPresent()) {
                if (route.verb().name().equals(verb)) {
                    return new Found(route, values.get());
                }
                others.add(route.verb().name());
            }
        }
        if (others.isEmpty()) {
            throw Refusal.unknown("path", path, "a look at /api/openapi.json?");
        }
        throw Refusal.otherVerb(verb, "must be " + String.join(" or ", others) + " here");
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> given) {
        if (pattern.size() != given.size()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            if (isValue(pattern.get(i))) {
                if (given.get(i).isEmpty()) {
                    return Optional.empty();
                }
                values.put(nameOf(pattern.get(i)), decoded(given.get(i)));
            } else if (!pattern.get(i).equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isValue(String segment) {
        return segment.startsWith("{");
    }

    private static String nameOf(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    /** The values of a query, each at most once. */
    static Map<String, String> query(Optional<String> query) {
        var values = new LinkedHashMap<String, String>();
        for (var pair : query.orElse("").split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = decoded((equals < 0 ? pair : pair.substring(0, equals)).replace('+', ' '));
            var value = equals < 0 ? "true" : decoded(pair.substring(equals + 1).replace('+', ' '));
            if (values.put(name, value) != null) {
                throw new InvalidInputException(name, value, "stands twice in the query", "");
            }
        }
        return values;
    }

    /** Percent-encoded UTF-8 as a text. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new InvalidInputException(
                        "address", text, "has a % without two hexadecimal digits", "%25 for the sign itself?");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        return utf8(bytes.toByteArray(), text);
    }

    private static String utf8(byte[] bytes, String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("address", text, "is no UTF-8", "");
        }
    }
}
