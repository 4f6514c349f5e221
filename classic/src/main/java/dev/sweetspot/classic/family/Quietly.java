package dev.sweetspot.classic.family;

/**
 * Loads a library without a word. Those of boosted trees say something through SLF4J when they are loaded; where nobody
 * listens, SLF4J itself writes three lines about that to the terminal. Who wants to hear it says so before, by the same
 * property.
 */
public final class Quietly {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private Quietly() {}

    /** Does the loading, and leaves the property as it was. */
    public static synchronized void load(Runnable loading) {
        if (System.getProperty(VERBOSITY) != null) {
            loading.run();
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        try {
            loading.run();
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }
}
