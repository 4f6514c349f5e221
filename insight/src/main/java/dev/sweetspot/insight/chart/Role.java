package dev.sweetspot.insight.chart;

/** What a mark stands for. Who paints gives each role one colour and one shape, that people who see few colours can tell apart. */
public enum Role {
    /** Trials like others. */
    TRIAL,
    /** The best, or the winner. */
    BEST,
    /** The default configuration. */
    DEFAULT,
    /** Trials that were put aside or stopped early. */
    ASIDE,
    /** Trials that failed or broke a limit. */
    FAILED,
    /** What is expected or believed, and not measured. */
    BELIEVED,
    /** What is compared with: a limit, an ideal, an edge. */
    REFERENCE,
    /** Several series of one kind: each has another colour, in their order. */
    SERIES
}
