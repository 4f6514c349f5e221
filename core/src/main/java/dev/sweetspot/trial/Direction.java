package dev.sweetspot.trial;

/** Which way is better, as the user sees it. */
public enum Direction {
    /** Smaller is better: an error, seconds. */
    MINIMIZE,
    /** Larger is better: an accuracy. */
    MAXIMIZE
}
