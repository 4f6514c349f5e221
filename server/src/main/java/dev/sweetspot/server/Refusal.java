package dev.sweetspot.server;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Collection;

/** A request that is refused with a status of its own, in the words of all other refusals. */
public final class Refusal extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String name, Object value, String rule, String maybe) {
        super(name, value, rule, maybe);
        this.status = status;
    }

    /** There is no such thing. */
    public static Refusal unknown(String name, Object value, String maybe) {
        return never(name, value, "is not there", maybe);
    }

    /** There never was such a thing, in other words. */
    public static Refusal never(String name, Object value, String rule, String maybe) {
        return new Refusal(404, name, value, rule, maybe);
    }

    /** There is no thing of that name among those that there are. */
    public static Refusal unknown(String name, String value, Collection<String> known) {
        return unknown(name, value, known.isEmpty() ? "" : DidYouMean.maybe(value, known, ""));
    }

    /** It does not go with how things stand now: something runs already, has changed meanwhile, was deleted. */
    public static Refusal conflict(String name, Object value, String rule, String maybe) {
        return new Refusal(409, name, value, rule, maybe);
    }

    /** Who asks may not. */
    static Refusal forbidden(String name, Object value, String rule, String maybe) {
        return new Refusal(403, name, value, rule, maybe);
    }

    /** Who asks has not said who he is. */
    static Refusal unnamed(String rule, String maybe) {
        return new Refusal(401, "token", "-", rule, maybe);
    }

    /** More than is taken. */
    public static Refusal tooLarge(String name, Object value, String rule, String maybe) {
        return new Refusal(413, name, value, rule, maybe);
    }

    /** It takes too long to arrive. */
    static Refusal tooSlow(String name, Object value, String rule) {
        return new Refusal(408, name, value, rule, "");
    }

    /** What it brings along is of another kind. */
    static Refusal otherMedia(Object value, String rule) {
        return new Refusal(415, "Content-Type", value, rule, "");
    }

    /** The path is there, the verb is not. */
    static Refusal otherVerb(Object value, String rule) {
        return new Refusal(405, "method", value, rule, "");
    }

    /** More than can be done at once. */
    public static Refusal busy(String name, Object value, String rule, String maybe) {
        return new Refusal(503, name, value, rule, maybe);
    }

    int status() {
        return status;
    }
}
