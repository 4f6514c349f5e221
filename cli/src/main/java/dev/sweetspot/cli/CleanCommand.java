package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
                "Removes checkpoints that nothing needs any more, those of trials that have ended, and what commands that "
                        + "were killed had half written. With --delete, whole studies. Says what would go; with --yes "
                        + "it goes.",
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
            var all = store.studies().stream().map(study -> study.name()).toList();
            var leftovers = new ArrayList<Leftover>();
            var removed = new ArrayList<Form>();
            long bytes = 0;
            for (var name : names.isEmpty() && !delete ? all : names) {
                var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
                if (delete) {
                    requireQuiet(store, study);
                    removed.add(Form.of(name));
                }
                leftovers.addAll(Leftover.ofResult(study.spec().errand(), Clock.systemUTC()));
                bytes += checkpoints(study);
                if (delete) {
                    remove(store, study);
                }
            }
            if (names.isEmpty()) {
                leftovers.addAll(Leftover.ofCheckpoints(stores.scratch(), Clock.systemUTC()));
            }
            output.say(String.format(Locale.ROOT, "%s %.1f MB of checkpoints", word(), bytes / 1e6));
            for (var leftover : leftovers) {
                output.say(word() + " " + leftover.inWords());
                if (yes) {
                    leftover.delete();
                }
            }
            if (!yes) {
                output.say("Nothing was removed. Maybe again with --yes?");
            }
            var entries = new LinkedHashMap<String, Form>();
            entries.put("removed", Form.of(yes));
            entries.put("studies", Form.of(removed));
            entries.put("checkpoint_bytes", Form.of(bytes));
            entries.put(
                    "left_behind",
                    Form.of(leftovers.stream().map(Leftover::toForm).toList()));
            output.result(Form.of(entries));
        }
    }

    private String word() {
        return yes ? "Removed" : "Would remove";
    }

    private static void requireQuiet(Store store, Study study) {
        var name = study.spec().name();
        if (study.history().running().findAny().isPresent()
                && !store.leases(name).isEmpty()) {
            throw new InvalidInputException("study", name, "is running", "stop it first?");
        }
    }

    /** Their bytes. */
    private long checkpoints(Study study) {
        var artifacts = stores.artifacts();
        var name = study.spec().name();
        var history = study.history();
        long bytes = 0;
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
        return bytes;
    }

    private void remove(Store store, Study study) {
        var name = study.spec().name();
        if (yes) {
            stores.artifacts().deleteAll(name);
            store.delete(name);
        }
        output.say(word() + " study " + name + " and its " + study.history().size() + " trials");
    }
}
