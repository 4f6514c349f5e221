package dev.sweetspot.data;

/**
 * A file that was left out, and why.
 *
 * @param file its path inside the data set, as it is on disk; {@link #toString()} shows it escaped
 * @param reason a few words without a full stop: "ends too early"
 */
public record Skipped(String file, String reason) {
    @Override
    public String toString() {
        return Shown.name(file) + ": " + reason;
    }
}
