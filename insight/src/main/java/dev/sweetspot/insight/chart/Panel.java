package dev.sweetspot.insight.chart;

import java.util.List;

/** One field of a picture. */
public sealed interface Panel {
    /** What it shows, where a picture has several panels; empty for none. */
    String title();

    /** Marks between two axes; what comes later lies above. */
    record Plane(String title, Axis x, Axis y, List<Layer> layers) implements Panel {
        /** Keeps a copy. */
        public Plane {
            layers = List.copyOf(layers);
        }
    }

    /**
     * Axes beside each other, and a line across them for each trial. People choose trials by stretches of the axes.
     *
     * @param columns for each axis a number of each trial, the place of a word for an axis of words; NaN where a trial has none
     * @param shade what colours the lines
     */
    record Parallel(String title, List<Axis> axes, List<Series> columns, Layer.Shade shade, Layer.About about)
            implements Panel {
        /**
         * Keeps copies.
         *
         * @throws IllegalArgumentException when there are not as many columns as axes
         */
        public Parallel {
            axes = List.copyOf(axes);
            columns = List.copyOf(columns);
            if (axes.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "columns = " + columns.size() + ": must be as many as axes, " + axes.size());
            }
        }
    }

    /** Words and numbers in rows, the first row being the head. */
    record Table(String title, List<String> head, List<List<String>> rows) implements Panel {
        /** Keeps copies. */
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Small images beside each other, with a word below each. */
    record Gallery(String title, List<Tile> tiles) implements Panel {
        /** Keeps a copy. */
        public Gallery {
            tiles = List.copyOf(tiles);
        }

        /**
         * One image.
         *
         * @param png the image in a PNG file, as base64
         * @param caption what is said below it
         */
        public record Tile(String png, String caption) {}
    }
}
