package dev.sweetspot.classic.family;

/** What a family needs of the numbers that it learns from. */
public enum Intake {
    /** It adds columns up or measures distances: no number may be missing, and scales matter. */
    SCALED,
    /** It cuts one column at a time: scales do not matter, the order of categories is cut like any other. */
    ORDERED,
    /** The same, and it knows what to do where a number is missing. */
    ORDERED_WITH_HOLES
}
