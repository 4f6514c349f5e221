package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes answers, each with the headers that keep it from doing harm. */
final class Responses {
    /** The page runs its own scripts, shows its own styles and pictures, and asks its own server; nobody may frame it. */
    static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'";

    /** Whatever an answer holds, it is no page that could do anything. */
    static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private Responses() {}

    /** What every answer says, refusals included. */
    static void guard(Response response, boolean page) {
        var headers = response.getHeaders();
        headers.put("Content-Security-Policy", page ? PAGE_POLICY : DATA_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    static void write(Answer answer, Request request, Response response, Callback callback) throws IOException {
        if (answer instanceof Answer.Json json) {
            response.setStatus(json.status());
            json(json.form(), response, callback);
        } else if (answer instanceof Answer.Later later) {
            response.setStatus(202);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, later.seconds());
            json(later.form(), response, callback);
        } else if (answer instanceof Answer.Nothing) {
            response.setStatus(204);
            response.write(true, ByteBuffer.allocate(0), callback);
        } else if (answer instanceof Answer.Content content) {
            if (content.forever()) {
                response.getHeaders().put(HttpHeader.CACHE_CONTROL, "private, max-age=31536000, immutable");
            }
            bytes(content.media(), content.bytes(), response, callback);
        } else if (answer instanceof Answer.Download download) {
            download(download, response, callback);
        } else {
            throw new IllegalStateException("events are not written at once");
        }
    }

    private static void json(Form form, Response response, Callback callback) {
        bytes(Route.JSON, Bytes.of(Json.write(form).getBytes(StandardCharsets.UTF_8)), response, callback);
    }

    private static void bytes(String media, Bytes bytes, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, media);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.size());
        response.write(true, bytes.buffer(), callback);
    }

    private static void download(Answer.Download download, Response response, Callback callback) throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, download.media());
        response.getHeaders().put("Content-Disposition", SafeName.disposition(download.name()));
        try (var out = Content.Sink.asOutputStream(response)) {
            download.writer().write(out);
        }
        callback.succeeded();
    }

    /** A file of the page, as small as the browser takes it. */
    static void write(Assets.Asset asset, Request request, Response response, Callback callback) {
        var headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, asset.forever() ? "public, max-age=31536000, immutable" : "no-cache");
        headers.put(HttpHeader.VARY, "Accept-Encoding");
        var accepted = Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))
                .orElse("");
        boolean zip = asset.zipped().isPresent() && accepted.contains("gzip");
        if (zip) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        bytes(asset.media(), zip ? asset.zipped().get() : asset.bytes(), response, callback);
    }

    static void redirect(String path, String cookie, Response response, Callback callback) {
        response.setStatus(303);
        response.getHeaders().put(HttpHeader.LOCATION, path);
        response.getHeaders().put(HttpHeader.SET_COOKIE, cookie);
        response.write(true, ByteBuffer.allocate(0), callback);
    }
}
