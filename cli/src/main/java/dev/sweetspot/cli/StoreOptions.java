package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.jdbc.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where studies are kept, for every command about studies. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "Where studies are kept: a SQLite file (default: ~/.sweetspot/studies.db).",
            defaultValue = "${sys:user.home}/.sweetspot/studies.db")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path file;

    /** What to add to a command so that it finds this store: nothing for the usual one. */
    String asFlag() {
        var usual = Path.of(System.getProperty("user.home"), ".sweetspot", "studies.db");
        return file.toAbsolutePath().normalize().equals(usual) ? "" : " --store " + file;
    }

    /**
     * Looks whether studies can be kept there, before anything is done for one; makes nothing.
     *
     * @throws InvalidInputException when they cannot
     */
    void requireWritable() {
        var there = Nearest.existing(file);
        if (!Files.isWritable(there)
                || (!there.equals(file.toAbsolutePath().normalize()) && !Files.isDirectory(there))) {
            throw new InvalidInputException("--store", file, there + " cannot be written", "a file of your own?");
        }
        if (Files.isDirectory(file)) {
            throw new InvalidInputException("--store", file, "is a folder", file.resolve("studies.db") + "?");
        }
    }

    Store open() {
        return SqliteStore.open(file);
    }

    FolderArtifacts artifacts() {
        return new FolderArtifacts(folder().resolve("artifacts"));
    }

    Path scratch() {
        return folder().resolve("scratch");
    }

    private Path folder() {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of(".") : parent;
    }

    Path file() {
        return file;
    }
}
