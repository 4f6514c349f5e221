package dev.sweetspot.server;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and its answer: who asks, what is asked, what comes back. */
final class Exchange extends org.eclipse.jetty.server.Handler.Abstract {
    private static final String TOKEN = "token=";

    private final Gate gate;
    private final Router router;
    private final Assets assets;
    private final LiveHub hub;

    Exchange(Gate gate, Router router, Assets assets, LiveHub hub) {
        this.gate = gate;
        this.router = router;
        this.assets = assets;
        this.hub = hub;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            var path = Optional.ofNullable(request.getHttpURI().getPath()).orElse("/");
            boolean api = path.startsWith("/api/");
            Responses.guard(response, !api);
            if (api) {
                answer(path, request, response, callback);
            } else {
                page(path, request, response, callback);
            }
        } catch (Throwable failure) { // whatever failed, who asked is told in words
            refuse(failure, request, response, callback);
        }
        return true;
    }

    /** What failed, in words; where an answer was begun already, it is broken off so that nobody takes it for whole. */
    private static void refuse(Throwable failure, Request request, Response response, Callback callback) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (response.isCommitted()) {
            callback.failed(failure);
            return;
        }
        try {
            Responses.guard(response, false);
            var answer = Failures.answer(failure);
            Responses.write(answer, request, response, Unread.settle(request, response, callback));
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private void answer(String path, Request request, Response response, Callback callback) throws Exception {
        var passport = passport(request);
        gate.check(passport, false);
        gate.checkToken(passport);
        var verb = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var found = router.find(verb, path);
        var call = Requests.call(request, found);
        var answer = found.route().handler().answer(call);
        var then = Unread.settle(request, response, callback);
        if (answer instanceof Answer.Events events) {
            follow(events, call, request, response, then);
        } else {
            Responses.write(answer, request, response, then);
        }
    }

    private void follow(Answer.Events events, Call call, Request request, Response response, Callback callback) {
        var follower = new Follower(hub.topics(events.topics()), call.lastEvent(), response, callback);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        // Between events nothing is idle: who does not read is noticed when something is written.
        request.addIdleTimeoutListener(timeout -> false);
        request.addFailureListener(follower::broken);
        hub.add(follower);
    }

    // ---- the page ----

    private void page(String path, Request request, Response response, Callback callback) {
        var passport = passport(request);
        gate.check(passport, true);
        if (!passport.looks()) {
            throw Refusal.otherVerb(request.getMethod(), "must be GET here");
        }
        var query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        if (query.startsWith(TOKEN) && gate.isToken(query.substring(TOKEN.length()))) {
            // The token does not stay in the address, which people copy and browsers remember.
            var cookie = gate.setCookie(query.substring(TOKEN.length()));
            Responses.redirect(inside(path), cookie, response, Unread.settle(request, response, callback));
            return;
        }
        gate.checkToken(passport);
        var asset = assets.find(path);
        if (asset.isEmpty() && isPlace(request)) {
            asset = assets.find("/");
        }
        var there = asset.orElseThrow(() -> Refusal.unknown("path", path, ""));
        Responses.write(there, request, response, Unread.settle(request, response, callback));
    }

    /** A path on this server: two slashes in front would be another one. */
    private static String inside(String path) {
        return "/" + path.replaceFirst("^[/\\\\]+", "");
    }

    /** Whether a person goes there: the page itself knows all places, and says where there is nothing. */
    private static boolean isPlace(Request request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT))
                .orElse("")
                .contains("text/html");
    }

    private static Gate.Passport passport(Request request) {
        var headers = request.getHeaders();
        var verb = request.getMethod().toUpperCase(Locale.ROOT);
        return new Gate.Passport(
                verb.equals("GET") || verb.equals("HEAD"),
                Optional.ofNullable(headers.get(HttpHeader.HOST)),
                Optional.ofNullable(headers.get(HttpHeader.ORIGIN)),
                Optional.ofNullable(headers.get("Sec-Fetch-Site")),
                Optional.ofNullable(headers.get(HttpHeader.AUTHORIZATION)),
                Request.getCookies(request).stream()
                        .map(cookie -> new Gate.Cookie(cookie.getName(), cookie.getValue()))
                        .toList());
    }
}
