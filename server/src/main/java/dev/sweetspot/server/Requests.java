package dev.sweetspot.server;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Turns a request into a call: everything that its route says of it is checked here, once. */
final class Requests {
    private static final MapForm EMPTY = Form.of(Map.of());

    private Requests() {}

    static Call call(Request request, Router.Found found) throws IOException {
        var route = found.route();
        var query = Router.query(Optional.ofNullable(request.getHttpURI().getQuery()));
        check(route.query(), query);
        var body = EMPTY;
        var file = InputStream.nullInputStream();
        if (route.takes() instanceof Takes.Json json) {
            body = json(request, json);
        } else if (route.takes() instanceof Takes.File upload) {
            requireOwnHeader(request);
            file = bounded(request, upload.most());
        } else if (route.verb() != Verb.GET) {
            requireOwnHeader(request);
        }
        var lastEvent = Optional.ofNullable(request.getHeaders().get("Last-Event-ID"));
        return new Call(found.values(), query, body, file, lastEvent.orElse(""));
    }

    /** Forms of other sites can send some kinds of content, but none of ours, and no header of their own. */
    private static void requireOwnHeader(Request request) {
        var media = media(request);
        if (media.startsWith("multipart/")
                || media.equals("application/x-www-form-urlencoded")
                || media.equals("text/plain")) {
            throw Refusal.otherMedia(
                    media, "must be application/octet-stream, or application/json where JSON is asked for");
        }
    }

    private static String media(Request request) {
        var header = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static InputStream bounded(Request request, long most) {
        if (request.getLength() > most) {
            throw BoundedBody.tooLarge(most);
        }
        return new BoundedBody(Request.asInputStream(request), most);
    }

    private static MapForm json(Request request, Takes.Json takes) throws IOException {
        if (!media(request).equals(Route.JSON)) {
            throw Refusal.otherMedia(media(request), "must be " + Route.JSON);
        }
        var bytes = bounded(request, takes.most()).readAllBytes();
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException("body", bytes.length + " bytes", "is no UTF-8", "");
        }
        var map = Json.parseMap(NumberWords.quoted(text), "body");
        var known = new LinkedHashSet<String>();
        takes.entries().forEach(given -> known.add(given.name()));
        var fields = Fields.of(map).onlyKnown(known);
        for (var given : takes.entries()) {
            var form = given.required() ? Optional.of(fields.require(given.name())) : fields.find(given.name());
            if (form.isPresent() && !given.kind().takes(form.get())) {
                throw Fields.wrong(
                        form.get(),
                        given.name(),
                        form.get().kind(),
                        "must be " + given.kind().words(),
                        "");
            }
        }
        return map;
    }

    private static void check(List<Given> known, Map<String, String> query) {
        var names = known.stream().map(Given::name).toList();
        for (var name : query.keySet()) {
            if (!names.contains(name)) {
                var maybe = names.isEmpty() ? "" : DidYouMean.maybe(name, names);
                throw new InvalidInputException("query", name, "is not known here", maybe);
            }
        }
        for (var given : known) {
            var value = Optional.ofNullable(query.get(given.name()));
            if (value.isEmpty() && given.required()) {
                throw new InvalidInputException(given.name(), "-", "must be in the query", "?" + given.name() + "=...");
            }
            value.ifPresent(text -> check(given, text));
        }
    }

    private static void check(Given given, String text) {
        boolean good =
                switch (given.kind()) {
                    case WHOLE -> text.matches("-?\\d{1,18}");
                    case NUMBER -> text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
                    case TRUTH -> text.equals("true") || text.equals("false");
                    default -> true;
                };
        if (!good) {
            throw new InvalidInputException(
                    given.name(), text, "must be " + given.kind().words(), "");
        }
    }
}
