package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.study.Study;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot clean}. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description =
                "Removes checkpoints that nothing needs any more: those of trials that have ended. With --delete, "
                        + "whole studies. Says what would go; with --yes it goes.",
        footer = {"", "Example: sweetspot clean --yes"})
final class CleanCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "STUDY", description = "Which studies (default: all).")
    private List<String> names = List.of();

    @Option(names = "--delete", description = "Remove the named studies altogether, trials and all.")
    private boolean delete;

    @Option(names = "--yes", description = "Do it, rather than say what would be done.")
    private boolean yes;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        if (delete && names.isEmpty()) {
            throw new InvalidInputException("--delete", true, "needs the names of studies", "sweetspot studies?");
        }
        try (var store = stores.open()) {
            var artifacts = stores.artifacts();
            var all = store.studies().stream().map(study -> study.name()).toList();
            long bytes = 0;
            for (var name : names.isEmpty() && !delete ? all : names) {
                var history = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE)
                        .history();
                for (var artifact : artifacts.list(name)) {
                    boolean ended = artifact.trial() >= history.size()
                            || history.trial(artifact.trial()).outcome().isPresent();
                    if (ended || delete) {
                        bytes += artifact.bytes();
                        if (yes) {
                            artifacts.delete(name, artifact.trial(), artifact.artifact());
                        }
                    }
                }
                if (delete) {
                    if (history.running().findAny().isPresent()
                            && !store.leases(name).isEmpty()) {
                        throw new InvalidInputException("study", name, "is running", "stop it first?");
                    }
                    if (yes) {
                        artifacts.deleteAll(name);
                        store.delete(name);
                    }
                    output.say((yes ? "Removed study " : "Would remove study ") + name + " and its " + history.size()
                            + " trials");
                }
            }
            output.say(String.format(
                    Locale.ROOT, "%s %.1f MB of checkpoints", yes ? "Removed" : "Would remove", bytes / 1e6));
            if (!yes) {
                output.say("Nothing was removed. Maybe again with --yes?");
            }
        }
    }
}
