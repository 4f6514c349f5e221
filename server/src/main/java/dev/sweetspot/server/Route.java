package dev.sweetspot.server;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that can be asked of the server.
 *
 * @param path of segments, those in braces being values: "/api/stores/{store}/studies/{study}"
 * @param summary what it does, in one sentence
 * @param path values, in order; each segment in braces has one
 * @param query what may follow the question mark; anything else is refused
 * @param takes what the request brings along
 * @param answers what comes back, in one sentence
 * @param media of what comes back: "application/json"
 */
public record Route(
        Verb verb,
        String path,
        String summary,
        List<Given> inPath,
        List<Given> query,
        Takes takes,
        String answers,
        String media,
        Handler handler) {
    static final String JSON = "application/json";

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when the path is not under /api/, or a value in it is not described
     */
    public Route {
        inPath = List.copyOf(inPath);
        query = List.copyOf(query);
        if (!path.startsWith("/api/")) {
            throw new IllegalArgumentException("path = " + path + ": must begin with /api/");
        }
        if (verb == Verb.GET && !(takes instanceof Takes.Nothing)) {
            throw new IllegalArgumentException(path + ": a GET brings nothing along");
        }
    }

    /** A route that only looks, and answers with JSON. */
    public static Route get(String path, String summary, Handler handler) {
        return new Route(Verb.GET, path, summary, List.of(), List.of(), Takes.NOTHING, summary, JSON, handler);
    }

    /** A route that begins or changes something. */
    public static Route post(String path, String summary, Takes takes, Handler handler) {
        return new Route(Verb.POST, path, summary, List.of(), List.of(), takes, summary, JSON, handler);
    }

    /** A route that sets something: saying it twice is the same as saying it once. */
    public static Route put(String path, String summary, Takes takes, Handler handler) {
        return new Route(Verb.PUT, path, summary, List.of(), List.of(), takes, summary, JSON, handler);
    }

    /** A route that removes something. */
    public static Route delete(String path, String summary, Handler handler) {
        return new Route(Verb.DELETE, path, summary, List.of(), List.of(), Takes.NOTHING, summary, JSON, handler);
    }

    /** The same with a value of the path described. */
    public Route in(String name, String help) {
        return new Route(
                verb,
                path,
                summary,
                and(inPath, Given.required(name, Kind.TEXT, help)),
                query,
                takes,
                answers,
                media,
                handler);
    }

    /** The same with a value of the query. */
    public Route with(Given value) {
        return new Route(verb, path, summary, inPath, and(query, value), takes, answers, media, handler);
    }

    /** The same, what comes back being described. */
    public Route answers(String sentence) {
        return new Route(verb, path, summary, inPath, query, takes, sentence, media, handler);
    }

    /** The same, what comes back being something else than JSON. */
    public Route answers(String sentence, String otherMedia) {
        return new Route(verb, path, summary, inPath, query, takes, sentence, otherMedia, handler);
    }

    private static List<Given> and(List<Given> before, Given value) {
        var all = new ArrayList<>(before);
        all.add(value);
        return all;
    }
}
