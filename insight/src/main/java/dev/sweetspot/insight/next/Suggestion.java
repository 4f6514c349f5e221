package dev.sweetspot.insight.next;

/**
 * One parameter as it should be in the search that follows.
 *
 * @param parameter its name
 * @param kind what changes
 * @param range in the form of {@code --search} and {@code sweetspot change}: {@code low..high}, {@code a,b} or one value
 * @param reason why, as a sentence
 */
public record Suggestion(String parameter, Kind kind, String range, String reason) {
    /** What changes. */
    public enum Kind {
        /** Better ones may lie beyond the range. */
        WIDEN,
        /** All good ones lie in a part of it. */
        NARROW,
        /** It makes no difference. */
        FIX
    }

    /** As it is written on a command line: {@code lr=0.001..0.1}. */
    public String change() {
        return parameter + "=" + range;
    }
}
