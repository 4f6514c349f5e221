package dev.sweetspot.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask. A browser sends what any page in it wants, so each request must show that it comes from a page of ours, or from
 * a program that is no browser.
 *
 * <p>The name in {@code Host} must be one of this server's: a foreign name that was made to point to this machine (DNS
 * rebinding) is another. What changes something must not have another {@code Origin}, and nothing may say by
 * {@code Sec-Fetch-Site} that it comes from elsewhere; other ports of this machine are elsewhere too.
 */
final class Gate {
    private final ServerSettings settings;
    private final Set<String> hosts = new HashSet<>();
    private final String scheme;
    private final String cookie;

    /** @param port that it really listens on */
    Gate(ServerSettings settings, int port) {
        this.settings = settings;
        this.scheme = settings.tls().isPresent() ? "https" : "http";
        this.cookie = "sweetspot-" + port;
        var names = new HashSet<>(settings.names());
        names.addAll(List.of("localhost", "127.0.0.1", "[::1]", bracketed(settings.host())));
        for (var name : names) {
            hosts.add(name.toLowerCase(Locale.ROOT) + ":" + port);
            boolean usual = port == (scheme.equals("https") ? 443 : 80);
            if (usual || settings.names().contains(name)) {
                hosts.add(name.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** What a request says of where it comes from. */
    record Passport(
            boolean looks,
            Optional<String> host,
            Optional<String> origin,
            Optional<String> site,
            Optional<String> authorization,
            List<Cookie> cookies) {}

    /** A cookie. */
    record Cookie(String name, String value) {}

    /** The name of the cookie that holds the token: one for each port, for cookies do not know ports. */
    String cookie() {
        return cookie;
    }

    /**
     * @param page whether it is a page that a person may have followed a link to from elsewhere: it changes and tells nothing
     * @throws Refusal when it may not ask
     */
    void check(Passport passport, boolean page) {
        var host = passport.host().map(text -> text.toLowerCase(Locale.ROOT));
        if (host.isEmpty() || !hosts.contains(host.get())) {
            throw Refusal.forbidden(
                    "Host", host.orElse("-"), "is no name of this server", "the address that it printed?");
        }
        if (page) {
            return;
        }
        var origin = passport.origin();
        if (origin.isPresent() && !origin.get().equalsIgnoreCase(scheme + "://" + host.get())) {
            throw Refusal.forbidden("Origin", origin.get(), "is another site than this", "");
        }
        var site = passport.site();
        if (site.isPresent() && !Set.of("same-origin", "none").contains(site.get())) {
            throw Refusal.forbidden("Sec-Fetch-Site", site.get(), "must be same-origin", "");
        }
    }

    /** @throws Refusal when a token is asked for and the request has none */
    void checkToken(Passport passport) {
        if (settings.token().isEmpty()) {
            return;
        }
        var bearer = passport.authorization()
                .filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(text -> text.substring(7).strip());
        boolean known = bearer.filter(this::isToken).isPresent()
                || passport.cookies().stream().anyMatch(each -> each.name().equals(cookie) && isToken(each.value()));
        if (!known) {
            throw Refusal.unnamed(
                    "must be given once with the address, or as Authorization: Bearer",
                    "the address that the server printed when it began?");
        }
    }

    /** Whether a text is the token; takes as long whatever is wrong with it. */
    boolean isToken(String text) {
        return settings.token()
                .filter(token -> MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** The header that makes a browser keep the token: no script reads it, and no other site makes it be sent. */
    String setCookie(String token) {
        return cookie + "=" + token + "; Path=/; HttpOnly; SameSite=Strict"
                + (scheme.equals("https") ? "; Secure" : "");
    }
}
