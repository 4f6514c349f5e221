package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Given;
import dev.sweetspot.server.Kind;
import java.time.Duration;
import java.util.Optional;

/** For how long a client says that he may be silent. */
final class Leases {
    private static final double LONGEST = Duration.ofDays(7).toSeconds();

    static final Given GIVEN = Given.optional(
            "lease",
            Kind.NUMBER,
            "For how many seconds the client may be silent before the trial goes to another one: 1 to 604800.");

    private Leases() {}

    /** What a request says of it. */
    static Optional<Duration> in(Fields body) {
        return body.findNumber("lease").map(seconds -> {
            if (!(seconds >= 1 && seconds <= LONGEST)) {
                throw new InvalidInputException("lease", seconds, "must be from 1 to 604800 seconds", "60?");
            }
            return Duration.ofMillis(Math.round(1000 * seconds));
        });
    }
}
