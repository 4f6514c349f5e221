package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options whose names are settled and whose work is not done yet: each is refused with what can be done instead. */
final class LaterOptions {
    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "What to learn: classification is all there is yet.",
            defaultValue = "classification")
    private String task = "classification";

    @Option(names = "--target", paramLabel = "COLUMN", hidden = true)
    private Optional<String> target = Optional.empty();

    @Option(names = "--isolate", hidden = true)
    private boolean isolate;

    @Option(names = "--on", paramLabel = "URL", hidden = true)
    private Optional<String> on = Optional.empty();

    void check() {
        if (!task.equals("classification")) {
            throw refused("--task", task, "only classification of images is there yet", "leave it out?");
        }
        target.ifPresent(value -> {
            throw refused("--target", value, "tables cannot be read yet; the folder of an image is its class", "");
        });
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
