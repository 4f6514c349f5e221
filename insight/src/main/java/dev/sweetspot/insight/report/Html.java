package dev.sweetspot.insight.report;

/** Text in a page: whatever it holds, it stays text. */
final class Html {
    private Html() {}

    /** For the inside of an element, and of an attribute in double quotes. */
    static String text(String plain) {
        var escaped = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isSeen(c) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    /** What a browser shows; the others, a page may not hold. */
    private static boolean isSeen(char c) {
        return c >= ' ' ? c != 0x7F : c == '\n' || c == '\t';
    }

    /** JSON for the inside of a script element: nothing in it can end the element or begin a comment. */
    static String json(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
