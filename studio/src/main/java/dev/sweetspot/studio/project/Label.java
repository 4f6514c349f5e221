package dev.sweetspot.studio.project;

/**
 * What an image is said to show.
 *
 * @param category the id of a category of the project
 * @param source who says so
 */
public record Label(int category, LabelSource source) {
    /** Said by a person. */
    public static Label byPerson(int category) {
        return new Label(category, new LabelSource.Person());
    }
}
