package dev.sweetspot.cli;

import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.trial.TrialForms;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How each trial is run, for every command that runs some; a study keeps it for those that come later. */
final class TrialOptions {
    private static final String MEMORY = "--trial-memory";
    static final long LEAST_MEMORY = 64L << 20;

    @Option(
            names = "--isolate",
            description =
                    "Run each trial in a process of its own, which serves one trial after the other: a crash of native "
                            + "code, a hang or a lack of memory ends that trial and nothing else. Each process loads the data itself.")
    private boolean isolate;

    @Option(
            names = "--trial-seconds",
            paramLabel = "S",
            description =
                    "How long a trial may take, all its parts together; then it has failed, and the search goes on "
                            + "(default: as long as it takes). With --isolate also where it hangs in native code.")
    private Optional<Double> seconds = Optional.empty();

    @Option(
            names = MEMORY,
            paramLabel = "SIZE",
            description =
                    "With --isolate: the memory that the process of a trial may have, 2GB for example (default: what is "
                            + "free, divided among the trials that run at once).")
    private Optional<String> memory = Optional.empty();

    /** Refuses what cannot be, before anything is read. */
    void check() {
        seconds.ifPresent(value -> {
            if (!(value >= 0.1 && value < 1e8)) {
                throw new InvalidInputException("--trial-seconds", value, "must be at least 0.1", "60?");
            }
        });
        bytes();
    }

    /** What was said; empty where nothing was. */
    TrialRules rules() {
        return or(TrialRules.NONE);
    }

    /** What was said, and where nothing was, what counted before. */
    TrialRules or(TrialRules before) {
        boolean isolated = isolate || before.isolated();
        var bytes = memory.isPresent() ? bytes() : before.memory();
        if (bytes.isPresent() && !isolated) {
            throw new InvalidInputException(
                    MEMORY,
                    memory.orElse(""),
                    "counts only with --isolate, since trials share one process otherwise",
                    "--isolate too?");
        }
        return new TrialRules(isolated, seconds.or(before::seconds), bytes);
    }

    private OptionalLong bytes() {
        if (memory.isEmpty()) {
            return OptionalLong.empty();
        }
        var rule = TrialForms.constraintFromForm(new TextForm("memory <= " + memory.get(), new Position(MEMORY, 0, 0)));
        if (!(rule.limit() >= LEAST_MEMORY)) {
            throw new InvalidInputException(
                    MEMORY,
                    memory.get(),
                    "must be at least 64 MiB: a process of Java needs as much for itself",
                    "2GB?");
        }
        return OptionalLong.of((long) rule.limit());
    }
}
