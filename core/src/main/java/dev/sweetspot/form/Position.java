package dev.sweetspot.form;

/**
 * Where a value was written.
 *
 * @param source a file name, or words like "the command line"; empty when the value was made by a program
 * @param line from 1; 0 when unknown
 * @param column from 1; 0 when unknown
 */
public record Position(String source, int line, int column) {
    /** The position of a value that no person wrote down. */
    public static final Position NONE = new Position("", 0, 0);

    /** "study.yaml, line 3, column 7", or an empty text when nothing is known. */
    @Override
    public String toString() {
        if (line <= 0) {
            return source;
        }
        var place = "line " + line + ", column " + column;
        return source.isEmpty() ? place : source + ", " + place;
    }
}
