package dev.sweetspot.form;

/**
 * What a person gave cannot be used, and this says so in one shape everywhere: the name, the value, the rule, then
 * "Maybe ..." with a way out.
 *
 * <pre>learning_rate = 0: must be above 0. Maybe 1e-5?</pre>
 *
 * <p>The command line prints the message alone and ends with exit code 2; a stack trace reaches nobody unasked.
 */
public class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final boolean placed;

    /**
     * @param name what was given, in the person's words: a parameter, a file, a flag
     * @param value what it was; shown as it is, a whole double as people write it: 20, not 20.0
     * @param rule what must hold, as a sentence without a full stop: "must be above 0"
     * @param maybe a way out as a whole sentence, shown after "Maybe ": "1e-5?"; empty where there is none
     */
    public InvalidInputException(String name, Object value, String rule, String maybe) {
        this(name + " = " + plain(value) + ": " + rule + "." + (maybe.isEmpty() ? "" : " Maybe " + maybe));
    }

    private static Object plain(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? (Object) (long) (double) number
                : value;
    }

    /** @param message the whole message, in the same shape: name, rule, "Maybe ..." */
    public InvalidInputException(String message) {
        super(message);
        this.placed = false;
    }

    private InvalidInputException(Position place, InvalidInputException unplaced) {
        super(place + ": " + unplaced.getMessage(), unplaced);
        this.placed = true;
    }

    /** The same with the place where it was written; unchanged when nothing is known of it, or it has a place already. */
    public InvalidInputException at(Position place) {
        return placed || place.toString().isEmpty() ? this : new InvalidInputException(place, this);
    }

    /**
     * @param message the whole message, in the same shape
     * @param cause what the machine said, shown only when a person asks for details
     */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
        this.placed = false;
    }
}
