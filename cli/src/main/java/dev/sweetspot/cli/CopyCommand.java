package dev.sweetspot.cli;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyCopy;
import dev.sweetspot.store.StudyRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot copy}. */
@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = {
            "Copies studies with their checkpoints to another store, and compares the copy event by event. A study may run "
                    + "meanwhile: the copy is a whole beginning of it. What an earlier copy has is not copied again.",
            "This is how a study moves from one store to another, and how it is backed up."
        },
        footer = {
            "",
            "Examples:",
            "  sweetspot copy cells --to postgresql://me@db.example/runs",
            "  sweetspot copy --store postgresql://me@db.example/runs --to backup/studies.db   (all studies)"
        })
final class CopyCommand implements Runnable {
    @Parameters(arity = "0..*", paramLabel = "STUDY", description = "Which studies (default: all).")
    private List<String> names = List.of();

    @Option(names = "--to", required = true, paramLabel = "STORE", description = "Where to; as --store.")
    private String target = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What the one study is called there.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public void run() {
        if (name.isPresent() && names.size() != 1) {
            throw new InvalidInputException("--name", name.get(), "goes with one study", "sweetspot copy STUDY?");
        }
        if (Stores.shown(target).equals(stores.shown()) || isTheFile(target)) {
            refuseItself();
        }
        try (var store = stores.existing();
                var there = Stores.open(target)) {
            var copy = new StudyCopy(
                    new StudyCopy.Place(store, stores.artifacts()),
                    new StudyCopy.Place(there, Stores.artifacts(target, stores.scratch())),
                    stores.scratch());
            var all = names.isEmpty()
                    ? store.studies().stream().map(StudyRecord::name).toList()
                    : names;
            for (var study : all) {
                copy(copy, study, name.orElse(study));
            }
        }
    }

    private boolean isTheFile(String address) {
        return Stores.file(address)
                .flatMap(there -> stores.file().filter(here -> here.toAbsolutePath()
                        .normalize()
                        .equals(there.toAbsolutePath().normalize())))
                .isPresent();
    }

    /** A copy of a study under its own name, in the place where it is, would be said to be one and be none. */
    private void refuseItself() {
        if (name.isEmpty() || names.contains(name.get())) {
            throw new InvalidInputException(
                    "--to",
                    Stores.shown(target),
                    "is the store itself, in which a study is copied under another name only",
                    "another place, or --name?");
        }
    }

    private void copy(StudyCopy copy, String study, String there) {
        var done = copy.copy(study, there);
        output.say(String.format(
                Locale.ROOT,
                "%s: %d events, %d of them new, and %d %s (%.1f MB) are in %s%s, as they were.",
                study,
                done.events(),
                done.events() - done.before(),
                done.artifacts(),
                done.artifacts() == 1 ? "file" : "files",
                done.bytes() / 1e6,
                Stores.shown(target),
                there.equals(study) ? "" : " as " + there));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study));
        entries.put("name", Form.of(there));
        entries.put("events", Form.of(done.events()));
        entries.put("new_events", Form.of(done.events() - done.before()));
        entries.put("files", Form.of(done.artifacts()));
        entries.put("bytes", Form.of(done.bytes()));
        output.result(Form.of(entries));
    }
}
