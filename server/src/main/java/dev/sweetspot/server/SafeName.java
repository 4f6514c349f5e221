package dev.sweetspot.server;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Names of files that browsers store, made of names that people or other programs chose. */
public final class SafeName {
    private static final int MOST = 120;

    /** Devices of Windows, which no file there can be called. */
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    /** A name that is one file in whichever folder, on every system: no path, no control characters, no hidden file. */
    public static String of(String wanted) {
        var name = new StringBuilder();
        wanted.codePoints().forEach(c -> {
            boolean harmless = !Character.isISOControl(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.SURROGATE
                    && "/\\:*?\"<>|;".indexOf(c) < 0;
            name.appendCodePoint(harmless ? c : '_');
        });
        var text = name.toString().strip().replaceFirst("^[.~-]+", "_").replaceFirst("[. ]+$", "_");
        if (text.length() > MOST) {
            text = shortened(text);
        }
        var stem = text.contains(".") ? text.substring(0, text.indexOf('.')) : text;
        return text.isEmpty() || DEVICES.contains(stem.toLowerCase(java.util.Locale.ROOT)) ? "_" + text : text;
    }

    private static String shortened(String text) {
        int dot = text.lastIndexOf('.');
        var ending = dot > 0 && text.length() - dot <= 12 ? text.substring(dot) : "";
        int end = MOST - ending.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    /** The header that makes a browser store an answer under a name (RFC 6266), whatever stands in the name. */
    static String disposition(String wanted) {
        var name = of(wanted);
        var plain = name.replaceAll("[^A-Za-z0-9 ._()+,=@-]", "_");
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean safe = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(safe ? String.valueOf(c) : String.format("%%%02X", octet & 0xff));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
