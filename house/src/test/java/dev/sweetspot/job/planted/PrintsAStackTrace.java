package dev.sweetspot.job.planted;

/** Planted. */
public final class PrintsAStackTrace {
    void planted(Exception problem) {
        problem.printStackTrace();
    }
}
