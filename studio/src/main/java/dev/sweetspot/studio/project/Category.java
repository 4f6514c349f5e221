package dev.sweetspot.studio.project;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.InvalidInputException;

/**
 * A class that images can be of.
 *
 * @param id from 0; never given twice in a project
 * @param name 1 to 100 characters without control characters; anything else may stand in it, markup too
 * @param colour {@code #rrggbb}
 */
public record Category(int id, String name, String colour) {
    private static final int LONGEST = 100;

    /**
     * Checks name and colour.
     *
     * @throws InvalidInputException when they cannot be used
     */
    public Category {
        if (id < 0) {
            throw new IllegalArgumentException("id = " + id + ": must be 0 or more");
        }
        if (name.isBlank() || name.length() > LONGEST || !name.equals(name.strip())) {
            throw new InvalidInputException(
                    "category",
                    '"' + Shown.name(name) + '"',
                    "must have 1 to " + LONGEST + " characters, and no spaces around them",
                    "a shorter name?");
        }
        if (!Shown.name(name).equals(name)) {
            throw new InvalidInputException(
                    "category", Shown.name(name), "must be on one line, without characters that nobody sees", "");
        }
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new InvalidInputException("colour", Shown.name(colour), "must be like #0072b2", "#0072b2?");
        }
    }

    /** A name that a category can have, made of any text: of a folder, of a cell of a table. */
    public static String fitting(String text) {
        var name = Shown.name(text.strip());
        name = name.length() > LONGEST ? name.substring(0, LONGEST).strip() : name;
        return name.isBlank() ? "(empty)" : name;
    }

    /** The same with another name. */
    public Category named(String other) {
        return new Category(id, other, colour);
    }

    /** The same in another colour. */
    public Category coloured(String other) {
        return new Category(id, name, other);
    }
}
