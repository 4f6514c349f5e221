package dev.sweetspot.cli.live;

import dev.sweetspot.trial.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Several curves as a few lines of characters, with their axes. */
final class CurvePlot {
    /** The dots of a braille character, by row and column. */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private static final int LABEL = 8;

    /**
     * One curve.
     *
     * @param name of the value that is drawn; what is not finite is left out
     * @param strong whether it stands out
     */
    record Series(Curve curve, String name, boolean strong) {}

    private final Screen screen;
    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final boolean[][] strong;

    private CurvePlot(Screen screen, int columns, int rows) {
        this.screen = screen;
        this.columns = columns;
        this.rows = rows;
        this.dots = new int[rows][columns];
        this.strong = new boolean[rows][columns];
    }

    /**
     * Draws; empty when there is nothing to draw.
     *
     * @param lines height of the plot without its x axis
     * @param unit of the x axis, which begins at 0
     */
    static List<String> draw(List<Series> curves, double most, String unit, int lines, Screen screen) {
        var range = Range.of(curves);
        if (range.empty()) {
            return List.of();
        }
        var plot = new CurvePlot(screen, screen.columns() - LABEL - 3, lines);
        // What stands out is drawn last, so that nothing covers it.
        curves.stream().filter(curve -> !curve.strong()).forEach(curve -> plot.add(curve, most, range));
        curves.stream().filter(Series::strong).forEach(curve -> plot.add(curve, most, range));
        return plot.lines(range, most, unit);
    }

    private void add(Series curve, double most, Range range) {
        int wide = columns * (screen.unicode() ? 2 : 1);
        int high = rows * (screen.unicode() ? 4 : 1);
        int lastX = -1;
        int lastY = -1;
        for (int i = 0; i < curve.curve().size(); i++) {
            double value = curve.curve().value(curve.name(), i);
            if (Double.isFinite(value)) {
                int x = place(curve.curve().fidelity(i) / most, wide);
                int y = high - 1 - place((value - range.low()) / (range.high() - range.low()), high);
                line(lastX < 0 ? x : lastX, lastX < 0 ? y : lastY, x, y, curve.strong());
                lastX = x;
                lastY = y;
            }
        }
    }

    private static int place(double share, int count) {
        return Math.max(0, Math.min(count - 1, (int) Math.round(share * (count - 1))));
    }

    private void line(int fromX, int fromY, int toX, int toY, boolean standsOut) {
        int steps = Math.max(1, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int i = 0; i <= steps; i++) {
            int x = fromX + Math.round((toX - fromX) * (float) i / steps);
            int y = fromY + Math.round((toY - fromY) * (float) i / steps);
            int row = screen.unicode() ? y / 4 : y;
            int column = screen.unicode() ? x / 2 : x;
            dots[row][column] |= screen.unicode() ? DOTS[y % 4][x % 2] : standsOut ? '*' : '.';
            strong[row][column] |= standsOut;
        }
    }

    private List<String> lines(Range range, double most, String unit) {
        var lines = new ArrayList<String>();
        for (int row = 0; row < rows; row++) {
            var label = row == 0 ? number(range.high()) : row == rows - 1 ? number(range.low()) : "";
            var edge = label.isEmpty() ? (screen.unicode() ? "│" : "|") : (screen.unicode() ? "┤" : "+");
            lines.add(screen.faint(String.format(Locale.ROOT, "%" + LABEL + "s %s", label, edge)) + cells(row));
        }
        var corner = screen.unicode() ? "└" : "+";
        var end = number(most) + " " + unit;
        lines.add(screen.faint(" ".repeat(LABEL + 1) + corner + (screen.unicode() ? "─" : "-").repeat(columns)));
        lines.add(screen.faint(" ".repeat(LABEL + 1) + "0" + " ".repeat(Math.max(1, columns - end.length())) + end));
        return lines;
    }

    private String cells(int row) {
        var text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            int dot = dots[row][column];
            var cell = !screen.unicode()
                    ? dot == 0 ? " " : strong[row][column] ? "*" : "."
                    : dot == 0 ? " " : String.valueOf((char) (0x2800 + dot));
            text.append(strong[row][column] ? screen.good(cell) : cell);
        }
        return text.toString().stripTrailing();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /** The values that are shown. */
    private record Range(double low, double high) {
        static Range of(List<Series> curves) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (var curve : curves) {
                for (double value : curve.curve().values(curve.name())) {
                    if (Double.isFinite(value)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
            // A flat curve lies in the middle.
            return low == high ? new Range(low - 0.5 * width(low), high + 0.5 * width(high)) : new Range(low, high);
        }

        private static double width(double value) {
            return value == 0 ? 1 : Math.abs(value) * 0.1;
        }

        boolean empty() {
            return low > high;
        }
    }
}
