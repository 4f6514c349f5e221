package dev.sweetspot.space;

import java.util.Optional;

/**
 * What a person wants to know of a parameter. The guidance, the pages and the samplers read it.
 *
 * @param unit "epochs", "images", "ms"; empty for a bare number
 * @param help one or two plain sentences, without the jargon of the field
 * @param usualChange how people change it, where there is such a habit
 */
public record About(String unit, String help, Optional<UsualChange> usualChange) {
    /** Nothing known. */
    public static final About NOTHING = new About("", "", Optional.empty());

    /** A bare number or choice, with its help text. */
    public static About help(String text) {
        return NOTHING.withHelp(text);
    }

    /** The same with another help text. */
    public About withHelp(String text) {
        return new About(unit, text, usualChange);
    }

    /** The same with a unit. */
    public About withUnit(String text) {
        return new About(text, help, usualChange);
    }

    /** The same with a usual change. */
    public About withUsualChange(UsualChange change) {
        return new About(unit, help, Optional.of(change));
    }
}
