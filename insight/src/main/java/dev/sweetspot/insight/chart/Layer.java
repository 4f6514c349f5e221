package dev.sweetspot.insight.chart;

import java.util.List;
import java.util.Optional;

/**
 * Marks of one kind in a plane. What is said of marks is said in their order: the first label belongs to the first number.
 *
 * @see Panel.Plane
 */
public sealed interface Layer {
    /** More marks than that in a picture are a cloud to the eye, and slow to paint. */
    int MOST = 5_000;

    /** What they are, for the legend. */
    String name();

    /** What they stand for. */
    Role role();

    /** How many marks there are. */
    int size();

    /**
     * Single points.
     *
     * @param about what is said of each
     * @param shade another number of each that their colour shows; empty for the colour of the role
     */
    record Points(String name, Role role, Series x, Series y, About about, Optional<Shade> shade) implements Layer {
        public Points {
            equal(x.size(), y.size(), "y");
            about.check(x.size());
            shade.ifPresent(given -> equal(x.size(), given.values().size(), "shade"));
        }

        /** Points in the colour of their role. */
        public Points(String name, Role role, Series x, Series y, About about) {
            this(name, role, x, y, about, Optional.empty());
        }

        @Override
        public int size() {
            return x.size();
        }
    }

    /**
     * A line through points, in their order; a NaN is a gap. After a gap another line of the same kind may begin, further left
     * too: the curves of many trials are one layer.
     *
     * @param form how it goes from one to the next
     * @param about what is said of each point
     */
    record Line(String name, Role role, Series x, Series y, Form form, About about) implements Layer {
        /** How a line goes from one point to the next. */
        public enum Form {
            /** The shortest way. */
            STRAIGHT,
            /** Along, and then up or down: a number that holds until the next. */
            STEPS
        }

        public Line {
            equal(x.size(), y.size(), "y");
            about.check(x.size());
        }

        /** A line of which nothing is said point by point. */
        public Line(String name, Role role, Series x, Series y, Form form) {
            this(name, role, x, y, form, About.NOTHING);
        }

        @Override
        public int size() {
            return x.size();
        }
    }

    /** A band around a line, from low to high: how sure it is. */
    record Band(String name, Role role, Series x, Series low, Series high) implements Layer {
        public Band {
            equal(x.size(), low.size(), "low");
            equal(x.size(), high.size(), "high");
        }

        @Override
        public int size() {
            return x.size();
        }
    }

    /**
     * Bars from 0, one for each word of the axis of words.
     *
     * @param between how sure each length is; empty where that is not known
     */
    record Bars(String name, Role role, Series lengths, Optional<Between> between) implements Layer {
        public Bars {
            between.ifPresent(given -> equal(lengths.size(), given.low().size(), "between"));
        }

        @Override
        public int size() {
            return lengths.size();
        }
    }

    /** For each mark from where to where it may be. */
    record Between(Series low, Series high) {
        public Between {
            equal(low.size(), high.size(), "high");
        }
    }

    /** Rectangles of a grid, each in the colour of its number. */
    record Cells(String name, Series x, Series y, Shade shade) implements Layer {
        public Cells {
            equal(x.size(), y.size(), "y");
            equal(x.size(), shade.values().size(), "shade");
        }

        @Override
        public Role role() {
            return Role.BELIEVED;
        }

        @Override
        public int size() {
            return x.size();
        }
    }

    /** Stretches of time: from one x to another, in the row of a word of the y axis. */
    record Spans(String name, Role role, Series row, Series from, Series to, About about) implements Layer {
        public Spans {
            equal(row.size(), from.size(), "from");
            equal(row.size(), to.size(), "to");
            about.check(row.size());
        }

        @Override
        public int size() {
            return row.size();
        }
    }

    /** A straight line through the whole plane: a limit, an edge. */
    record Rule(String name, Role role, Direction direction, double at) implements Layer {
        /** Of which axis its number is. */
        public enum Direction {
            /** At one x, from bottom to top. */
            UPRIGHT,
            /** At one y, from left to right. */
            LEVEL
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /**
     * A number of each mark that its colour shows.
     *
     * @param axis what it means
     * @param better which end is the good one
     */
    record Shade(Axis.Numbers axis, Series values, Better better) {
        /** Which end of a number is the good one. */
        public enum Better {
            /** The low end. */
            LOW,
            /** The high end. */
            HIGH,
            /** Neither: the colours have no good end. */
            NEITHER
        }
    }

    /**
     * What is said of each mark when a person points at it.
     *
     * @param trials the number of the trial of each, so that it can be looked at; empty where they are no trials
     * @param labels a word for each; empty for none
     */
    record About(Series trials, List<String> labels) {
        /** Nothing. */
        public static final About NOTHING = new About(Series.of(), List.of());

        public About {
            labels = List.copyOf(labels);
        }

        /** The trials that the marks are. */
        public static About trials(Series numbers) {
            return new About(numbers, List.of());
        }

        private void check(int marks) {
            if (trials.size() > 0) {
                equal(marks, trials.size(), "trials");
            }
            if (!labels.isEmpty()) {
                equal(marks, labels.size(), "labels");
            }
        }
    }

    private static void equal(int wanted, int found, String what) {
        if (wanted != found) {
            throw new IllegalArgumentException(
                    what + " = " + found + " numbers: must be as many as there are marks, " + wanted);
        }
    }
}
