package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.study.Budget;
import dev.sweetspot.trial.Objective;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** When a search ends. */
final class TimeOptions {
    private static final double USUAL_MINUTES = 20;
    private static final double MOST_GAIN = 1e6;

    @Option(
            names = Minutes.OPTION,
            paramLabel = "M",
            description = "How long it may take in all, from start to exit; fractions are allowed (default: 20, where "
                    + "--trials is not given).")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--trials", paramLabel = "N", description = "How many configurations to try at the most.")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--target-value",
            paramLabel = "V",
            description = "End the search when a trial's objective is as good as this.")
    private Optional<Double> target = Optional.empty();

    @Option(
            names = "--least-gain",
            paramLabel = "G",
            description = "End the search when going on is not expected (9 to 1) to make the objective better "
                    + "by more than G: 0.002.")
    private Optional<Double> leastGain = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description =
                    "quick, normal or thorough: 3, 20 or 120 minutes where nothing else is said; or a name of your own, "
                            + "from profiles: in sweetspot.yaml.")
    @SuppressWarnings("UnusedVariable") // looked at before anything is parsed: it says what other options are
    private Optional<String> profile = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec command;

    /** Refuses what cannot be, before anything is read. */
    void check() {
        Minutes.check(minutes, "20?");
        trials.filter(count -> count < 1).ifPresent(count -> {
            throw new InvalidInputException("--trials", count, "must be at least 1", "20?");
        });
        target.filter(value -> !Double.isFinite(value)).ifPresent(value -> {
            throw new InvalidInputException("--target-value", value, "must be a number", "0.95?");
        });
        leastGain.filter(value -> !(value > 0 && value < MOST_GAIN)).ifPresent(value -> {
            throw new InvalidInputException("--least-gain", value, "must be above 0 and below a million", "0.002?");
        });
    }

    /** For a search in which no clock counts: refuses one that was asked for, and leaves one of other places out. */
    void leaveTheClockOut(OutputOptions output) {
        if (trials.isEmpty()) {
            throw new InvalidInputException(
                    "--trials",
                    "-",
                    "has to say when a search with --deterministic ends: what a clock decides cannot be repeated",
                    "--trials 20?");
        }
        if (minutes.isEmpty()) {
            return;
        }
        if (command.commandLine().getParseResult().hasMatchedOption(Minutes.OPTION)) {
            throw new InvalidInputException(
                    Minutes.OPTION,
                    minutes.get(),
                    "does not go with --deterministic: what a clock decides cannot be repeated",
                    "leave it out?");
        }
        var place = command.defaultValueProvider() instanceof Layers layers
                ? layers.given(command.findOption(Minutes.OPTION)).map(Layers.Given::source)
                : Optional.<String>empty();
        output.progress("With --deterministic no clock counts, so neither do the " + minutes.get() + " minutes"
                + place.map(source -> " of " + source).orElse(""));
        minutes = Optional.empty();
    }

    /** How long it may take in all; empty where no clock counts. */
    Optional<Double> minutes() {
        return minutes.isEmpty() && trials.isEmpty() ? Optional.of(USUAL_MINUTES) : minutes;
    }

    /** What was said of the time; empty where nothing was. */
    Optional<Double> said() {
        return minutes;
    }

    /** Whether a number of trials was said. */
    boolean saysTrials() {
        return trials.isPresent();
    }

    /** When all has to be done, on {@link System#nanoTime}. */
    long end() {
        return Minutes.end(minutes());
    }

    /** What else ends the search. */
    Budget budget(Objective objective) {
        var parts = new ArrayList<Budget>();
        trials.ifPresent(most -> parts.add(new Budget.Trials(most)));
        target.ifPresent(value -> parts.add(new Budget.Target(objective, value)));
        leastGain.ifPresent(least -> parts.add(new Budget.Gain(least, Budget.Gain.USUAL_CONFIDENCE)));
        return new Budget.AnyOf(parts);
    }
}
