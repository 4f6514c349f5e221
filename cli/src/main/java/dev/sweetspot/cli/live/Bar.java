package dev.sweetspot.cli.live;

/** A bar that fills from left to right. */
public final class Bar {
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

    private Bar() {}

    /**
     * Draws it.
     *
     * @param share from 0 to 1; what lies outside counts as the nearest
     * @param width in characters, the two borders included
     */
    public static String draw(double share, int width, Screen screen) {
        int inside = Math.max(1, width - 2);
        double kept = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        if (!screen.unicode()) {
            int full = (int) Math.round(kept * inside);
            return "[" + "#".repeat(full) + " ".repeat(inside - full) + "]";
        }
        int eighths = (int) Math.round(kept * inside * EIGHTHS.length);
        int full = eighths / EIGHTHS.length;
        var rest = full == inside ? "" : EIGHTHS[eighths % EIGHTHS.length];
        return "▕" + "█".repeat(full) + rest + " ".repeat(inside - full - rest.length()) + "▏";
    }
}
