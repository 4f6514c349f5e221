package dev.sweetspot.cli.live;

/**
 * What a terminal can show.
 *
 * @param columns its width in characters, at least 40
 * @param unicode whether it shows more than ASCII
 * @param colour whether colours are wanted
 */
public record Screen(int columns, boolean unicode, boolean colour) {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 100;

    /** Narrower ones are drawn as if they had the least; wider ones would only stretch the plot. */
    public Screen {
        columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    String strong(String text) {
        return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String good(String text) {
        return colour ? "\u001b[32m" + text + "\u001b[0m" : text;
    }

    String faint(String text) {
        return colour ? "\u001b[2m" + text + "\u001b[0m" : text;
    }
}
