package dev.sweetspot.studio.api;

import dev.sweetspot.studio.project.LabelSource;

/** Rows of a table of labels. */
final class LabelRows {
    private LabelRows() {}

    /** Who labelled, in a word. */
    static String who(LabelSource source) {
        if (source instanceof LabelSource.Accepted) {
            return "model";
        }
        return source instanceof LabelSource.Imported ? "import" : "person";
    }

    /** A row; what spreadsheets would take for a formula gets an apostrophe before it, as they write it themselves. */
    static void append(StringBuilder text, String... cells) {
        var separator = "";
        for (var cell : cells) {
            var harmless = HarmlessTable.harmless(cell);
            text.append(separator)
                    .append('"')
                    .append(harmless.replace("\"", "\"\""))
                    .append('"');
            separator = ",";
        }
        text.append('\n');
    }
}
