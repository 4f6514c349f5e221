package dev.sweetspot.cli;

import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.trial.TrialForms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How each trial is run, for every command that runs some; a study keeps it for those that come later. */
final class TrialOptions {
    private static final String ISOLATE = "--isolate";
    private static final String SHARED = "--no-isolate";
    private static final String SECONDS = "--trial-seconds";
    private static final String MEMORY = "--trial-memory";
    static final long LEAST_MEMORY = 64L << 20;

    @Option(
            names = ISOLATE,
            description =
                    "Run each trial in a process of its own, which serves one trial after the other: a crash of native "
                            + "code, a hang or a lack of memory ends that trial and nothing else. Each process loads the data itself.")
    private boolean isolate;

    @Option(
            names = SHARED,
            description =
                    "Run trials in threads of this process, also where the study or a project file says --isolate.")
    private boolean shared;

    @Option(
            names = SECONDS,
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

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec command;

    /** Refuses what cannot be, before anything is read. */
    void check() {
        if (shared && command.commandLine().getParseResult().hasMatchedOption(ISOLATE)) {
            throw new InvalidInputException(SHARED, true, "is the opposite of " + ISOLATE, "only one of them?");
        }
        seconds.ifPresent(value -> {
            if (!(value >= 0.1 && value < 1e8)) {
                throw new InvalidInputException(SECONDS, value, "must be at least 0.1", "60?");
            }
        });
        bytes();
    }

    /**
     * Refuses a limit of time in a study in which no clock decides.
     *
     * @param deterministic whether it is one
     */
    void checkFor(boolean deterministic) {
        seconds.filter(given -> deterministic).ifPresent(given -> {
            throw new InvalidInputException(
                    SECONDS,
                    given,
                    "is a matter of the clock, and the study is deterministic: what a clock decides is not the same twice",
                    "leave it out?");
        });
    }

    /** What was said here of what counts now, for the command {@code worker}. */
    List<String> asArguments(TrialRules now) {
        return Stream.concat(shared ? Stream.of(SHARED) : Stream.empty(), now.asArguments().stream())
                .toList();
    }

    /** What was said; empty where nothing was. */
    TrialRules rules() {
        return or(TrialRules.NONE);
    }

    /** What was said, and where nothing was, what counted before. */
    TrialRules or(TrialRules before) {
        boolean isolated = !shared && (isolate || before.isolated());
        // Memory counts for processes of trials only: what the study says of it falls away with them.
        var ofStudy = shared ? OptionalLong.empty() : before.memory();
        var bytes = memory.isPresent() ? bytes() : ofStudy;
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
