package dev.sweetspot.cli;

import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Position;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.LimitedArtifacts;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.TrialForms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Where studies are kept, for every command about studies. */
final class StoreOptions {
    private static final String QUOTA = "--quota";

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description =
                    "Where studies are kept: a SQLite file, or a PostgreSQL database that workers of many machines "
                            + "share, postgresql://USER:PASSWORD@HOST/DATABASE (default: ~/.sweetspot/studies.db).",
            defaultValue = "${sys:user.home}/.sweetspot/studies.db")
    @SuppressWarnings("NullAway.Init") // has a default
    private String address;

    @Option(
            names = QUOTA,
            paramLabel = "SIZE",
            description =
                    "How much room the checkpoints of one study may take, 5GB for example (default: no limit). Beyond "
                            + "it what nothing needs goes first; then no more are kept, and trials go on without.")
    private Optional<String> quota = Optional.empty();

    /** What to add to a command so that it finds this store, without a password; nothing for the usual one. */
    String asFlag() {
        boolean usual = file().map(file -> file.toAbsolutePath().normalize().equals(home().resolve("studies.db")))
                .orElse(false);
        return (usual ? "" : " --store " + quoted(shown()))
                + quota.map(size -> " " + QUOTA + " " + quoted(size)).orElse("");
    }

    /** As a shell takes it. */
    static String quoted(String text) {
        return text.matches("[-A-Za-z0-9_./:@,%=+~\\\\]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"), ".sweetspot");
    }

    /**
     * Looks whether studies can be kept there, before anything is done for one; makes nothing. A database says so when it
     * is opened.
     *
     * @throws InvalidInputException when they cannot
     */
    void requireWritable() {
        quota();
        file().ifPresent(StoreOptions::requireWritable);
    }

    private static void requireWritable(Path file) {
        var there = Nearest.existing(file);
        if (!Files.isWritable(there)
                || (!there.equals(file.toAbsolutePath().normalize()) && !Files.isDirectory(there))) {
            throw new InvalidInputException("--store", file, there + " cannot be written", "a file of your own?");
        }
        requireFile(file);
    }

    Store open() {
        return Stores.open(address);
    }

    /**
     * Opens one that somebody has made: who looks for a study in a place where there is nothing leaves nothing there.
     *
     * @throws InvalidInputException when there is no such file
     */
    Store existing() {
        file().ifPresent(file -> {
            requireFile(file);
            if (!Files.exists(file)) {
                throw new InvalidInputException(
                        "--store",
                        file,
                        "is not there, and no study in it",
                        "another file, or sweetspot tune makes it?");
            }
        });
        return open();
    }

    /**
     * Looks whether the store may get a study of that name, before anything long is done for one; makes nothing.
     *
     * @throws InvalidInputException when it has one
     */
    void requireFree(String study) {
        if (file().isPresent() && !Files.exists(file().get())) {
            return;
        }
        try (var store = open()) {
            if (store.find(study).isPresent()) {
                throw new InvalidInputException(
                        "study", study, "is there already", "another --name, or: sweetspot resume " + study + asFlag());
            }
        }
    }

    private static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException("--store", file, "is a folder", file.resolve("studies.db") + "?");
        }
    }

    Artifacts artifacts() {
        return Stores.artifacts(address, scratch());
    }

    /** The same for one study, within its quota. */
    Artifacts artifacts(Study study) {
        var limit = quota();
        return limit.isPresent() ? new LimitedArtifacts(artifacts(), study, limit.getAsLong()) : artifacts();
    }

    /** In bytes; empty where there is none. */
    OptionalLong quota() {
        if (quota.isEmpty()) {
            return OptionalLong.empty();
        }
        var text = new TextForm("quota <= " + quota.get(), new Position(QUOTA, 0, 0));
        return OptionalLong.of((long) TrialForms.constraintFromForm(text).limit());
    }

    /** What else a command has to be told to keep artifacts as this one does. */
    List<String> quotaAsArguments() {
        return quota.map(size -> List.of(QUOTA, size)).orElse(List.of());
    }

    /** A folder of this machine for what is on its way. */
    Path scratch() {
        var folder = file().map(file ->
                Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(".")));
        return folder.orElseGet(StoreOptions::home).resolve("scratch");
    }

    /** What opens it, with its password. */
    String address() {
        return address;
    }

    /** The address as everybody may read it. */
    String shown() {
        return Stores.shown(address);
    }

    /** What people should know about the place of it; empty where there is nothing to say. */
    Optional<String> caution() {
        return Stores.caution(address);
    }

    /** The file that it is; empty for a store elsewhere. */
    Optional<Path> file() {
        return Stores.file(address);
    }
}
