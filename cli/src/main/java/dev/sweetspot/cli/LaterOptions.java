package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options whose names are settled and whose work is not done yet: each is refused with what can be done instead. */
final class LaterOptions {
    @Option(names = "--isolate", hidden = true)
    private boolean isolate;

    @Option(names = "--on", paramLabel = "URL", hidden = true)
    private Optional<String> on = Optional.empty();

    void check() {
        if (isolate) {
            throw refused("--isolate", true, "trials run inside this process yet", "leave it out?");
        }
        on.ifPresent(value -> {
            throw refused("--on", value, "trials run on this machine only yet", "--workers, for several at once here?");
        });
    }

    private static InvalidInputException refused(String option, Object value, String rule, String maybe) {
        return new InvalidInputException(option, value, rule, maybe);
    }
}
