package dev.sweetspot.job;

import java.util.Optional;

/** The default configuration, to compare the winner with. */
public sealed interface Standard {
    /** It is itself the winner. */
    record Won() implements Standard {}

    /** It was trained again and measured like the winner. */
    record Beside(Measured model) implements Standard {}

    /**
     * There is nothing to compare with.
     *
     * @param reason as a clause: "it breaks the limit on memory"
     */
    record Missing(String reason) implements Standard {}

    /** What was measured of it, if it was trained beside the winner. */
    default Optional<Measured> measured() {
        return this instanceof Beside beside ? Optional.of(beside.model()) : Optional.empty();
    }
}
