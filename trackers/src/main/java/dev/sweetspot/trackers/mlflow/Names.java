package dev.sweetspot.trackers.mlflow;

/** What MLflow takes for names and values; older servers take less, and what they take all do. */
final class Names {
    private static final int LONGEST_KEY = 250;
    private static final int LONGEST_PARAMETER = 500;
    private static final int LONGEST_TAG = 5000;

    private Names() {}

    /** A key of letters, digits and what else may stand in one. */
    static String key(String name) {
        return cut(name.replaceAll("[^A-Za-z0-9_. -]", "_"), LONGEST_KEY);
    }

    /** The value that a trial has in the end, beside those of its reports. */
    static String outcome(String name) {
        return cut("outcome/" + key(name), LONGEST_KEY);
    }

    static String parameter(String value) {
        return cut(value, LONGEST_PARAMETER);
    }

    static String tag(String value) {
        return cut(value, LONGEST_TAG);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
