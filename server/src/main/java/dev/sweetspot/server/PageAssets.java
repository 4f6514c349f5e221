package dev.sweetspot.server;

import dev.sweetspot.insight.paint.Scripts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The page as it was built, and the painter of pictures with its library as reports have them: there is one painter only. Paths
 * of all but the page itself name their content.
 */
public final class PageAssets implements Assets {
    private static final String PAINT = "/dev/sweetspot/insight/paint/";
    private static final Pattern BUILT = Pattern.compile("/assets/([A-Za-z0-9_-][A-Za-z0-9._-]*)");
    private static final Map<String, String> MEDIA = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "html", "text/html; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    /** Stands in the page where it has to name the folder of the painter. */
    private static final String PAINT_MARK = "%PAINT%";

    private final String folder;
    private final String paint;
    private final Pattern paintFile;
    private final Map<String, Optional<Asset>> known = new ConcurrentHashMap<>();

    private PageAssets(String folder) {
        this.folder = folder;
        this.paint = "/paint/" + hash(Scripts.joined(PAINT + "painter.js") + Scripts.library()) + "/";
        this.paintFile = Pattern.compile(Pattern.quote(paint) + "((?:echarts/)?[a-z][a-z.]*\\.js)");
    }

    /**
     * @param folder of the class path in which {@code index.html} and {@code assets/} lie, with a slash at both ends
     */
    public static PageAssets of(String folder) {
        return new PageAssets(folder);
    }

    @Override
    public Optional<Asset> find(String path) {
        // Only names that could be there are kept, so that asking for others costs no memory.
        if (path.equals("/")) {
            return known.computeIfAbsent(
                    "/", root -> read(folder + "index.html").map(bytes -> asset("index.html", named(bytes), false)));
        }
        var painting = paintFile.matcher(path);
        if (painting.matches()) {
            return kept(path, PAINT + painting.group(1));
        }
        var built = BUILT.matcher(path);
        return built.matches() ? kept(path, folder + "assets/" + built.group(1)) : Optional.empty();
    }

    private Optional<Asset> kept(String path, String resource) {
        var before = known.get(path);
        if (before != null) {
            return before;
        }
        var found = read(resource).map(bytes -> asset(resource, bytes, true));
        found.ifPresent(asset -> known.put(path, found));
        return found;
    }

    private byte[] named(byte[] page) {
        return new String(page, StandardCharsets.UTF_8)
                .replace(PAINT_MARK, paint)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Asset asset(String name, byte[] bytes, boolean forever) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        var media = MEDIA.getOrDefault(ending, "application/octet-stream");
        boolean text = media.contains("charset");
        var zipped = Optional.of(Bytes.of(text ? zipped(bytes) : bytes)).filter(small -> small.size() < bytes.length);
        return new Asset(media, Bytes.of(bytes), zipped, forever);
    }

    private static Optional<byte[]> read(String resource) {
        try (var in = PageAssets.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
