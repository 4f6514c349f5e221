package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Artifacts.Artifact;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Retention;
import dev.sweetspot.study.Study;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                        + "were killed had half written. Those of running trials always stay. With --quota, of trials that "
                        + "are put aside the worst lose theirs until the rest fits. With --delete, whole studies. Says what "
                        + "would go; with --yes it goes.",
        footer = {"", "Examples:", "  sweetspot clean --yes", "  sweetspot clean cells --keep-best 3 --keep-paused 10"})
final class CleanCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "STUDY", description = "Which studies (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--keep-best",
            paramLabel = "K",
            description = "Keep the files of the K best trials that ran to their end (default: 0).")
    private int keepBest;

    @Option(
            names = "--keep-latest",
            paramLabel = "K",
            description = "Keep the files of the K trials that ended last (default: 0).")
    private int keepLatest;

    @Option(
            names = "--keep-paused",
            paramLabel = "K",
            description =
                    "Of the trials that are put aside keep the checkpoints of the K best; the others begin again when "
                            + "they are gone on with (default: of all).")
    private int keepPaused = Integer.MAX_VALUE;

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
        least("--keep-best", keepBest);
        least("--keep-latest", keepLatest);
        least("--keep-paused", keepPaused);
        if (delete && names.isEmpty()) {
            throw new InvalidInputException("--delete", true, "needs the names of studies", "sweetspot studies?");
        }
        try (var store = stores.existing()) {
            var all = store.studies().stream().map(study -> study.name()).toList();
            var leftovers = new ArrayList<Leftover>();
            var removed = new ArrayList<Form>();
            long bytes = 0;
            for (var name : names.isEmpty() ? all : names) {
                var found = open(store, name);
                if (found.isEmpty()) {
                    continue;
                }
                var study = found.get();
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

    /** One that a newer program made, say, keeps nobody from cleaning up behind the others. */
    private Optional<Study> open(Store store, String name) {
        try {
            return Optional.of(Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE));
        } catch (InvalidInputException e) {
            if (!names.isEmpty()) {
                throw e;
            }
            output.progress("Left alone: study " + name + " cannot be read: " + e.getMessage());
            return Optional.empty();
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

    private static void least(String option, int value) {
        if (value < 0) {
            throw new InvalidInputException(option, value, "must be at least 0", "leave it out?");
        }
    }

    /** Their bytes. */
    private long checkpoints(Study study) {
        var artifacts = stores.artifacts();
        var name = study.spec().name();
        long bytes = 0;
        for (var artifact : superfluous(study, artifacts.list(name))) {
            bytes += artifact.bytes();
            if (yes) {
                artifacts.delete(name, artifact.trial(), artifact.artifact());
            }
        }
        return bytes;
    }

    private List<Artifact> superfluous(Study study, List<Artifact> kept) {
        if (delete) {
            return kept;
        }
        var retention = new Retention(keepBest, keepLatest, keepPaused);
        // What was kept after the look at the history may belong to a trial that it does not know yet.
        var history = study.refresh();
        var quota = stores.quota();
        return quota.isEmpty()
                ? retention.dispensable(study.spec().problem(), history, kept)
                : retention.dispensable(study.spec().problem(), history, kept, quota.getAsLong());
    }

    private void remove(Store store, Study study) {
        var name = study.spec().name();
        if (yes) {
            stores.artifacts().deleteAll(name);
            store.delete(name);
        }
        int trials = study.history().size();
        output.say(word() + " study " + name + " and its " + (trials == 1 ? "trial" : trials + " trials"));
    }
}
