package dev.sweetspot.insight.chart;

/** What comes of asking for a picture. */
public sealed interface Drawing {
    /** There is nothing to draw yet, and why: "needs two objectives; this study has one". */
    record Nothing(String reason) implements Drawing {}

    /** A picture. */
    record Drawn(Chart chart) implements Drawing {}
}
