package dev.sweetspot.insight.chart;

import java.util.List;

/**
 * A picture as data.
 *
 * @param name of its kind, in lower case with dashes: "learning-curves"
 * @param title what it shows, in some words
 * @param caption how to read it, and what it leaves out, in one or two sentences for somebody who has never seen such a one
 * @param panels from left to right; at least one
 */
public record Chart(String name, String title, String caption, List<Panel> panels) {
    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException when there is no panel
     */
    public Chart {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels = []: a chart needs at least one");
        }
    }

    /** A picture of a single field. */
    public Chart(String name, String title, String caption, Panel panel) {
        this(name, title, caption, List.of(panel));
    }
}
