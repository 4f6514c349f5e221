package dev.sweetspot.store.jdbc;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreProvider;
import dev.sweetspot.store.Stores;
import java.nio.file.Path;
import java.util.Optional;

/** SQLite files: a path, {@code sqlite:PATH} or {@code jdbc:sqlite:PATH}. Artifacts lie in a folder beside the file. */
public final class SqliteProvider implements StoreProvider {
    private static final String SCHEME = "sqlite:";

    @Override
    public String form() {
        return "the path of a SQLite file";
    }

    @Override
    public boolean takes(String address) {
        return !Stores.hasScheme(address) || plain(address).startsWith(SCHEME);
    }

    @Override
    public Store open(String address) {
        return SqliteStore.open(path(address));
    }

    @Override
    public Artifacts artifacts(String address, Path local) {
        var folder = path(address).toAbsolutePath().getParent();
        return new FolderArtifacts((folder == null ? Path.of(".") : folder).resolve("artifacts"));
    }

    @Override
    public String shown(String address) {
        return address;
    }

    @Override
    public Optional<Path> file(String address) {
        return Optional.of(path(address));
    }

    @Override
    public Optional<String> caution(String address) {
        return NetworkDrive.caution(path(address));
    }

    private static String plain(String address) {
        return address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address;
    }

    private static Path path(String address) {
        if (!Stores.hasScheme(address)) {
            return Path.of(address);
        }
        var path = plain(address).substring(SCHEME.length());
        if (path.startsWith("//") || path.isEmpty()) {
            // Tools disagree whether sqlite:///a.db is in this folder or in the root.
            throw new InvalidInputException(
                    "--store", address, "must be sqlite: and a path", SCHEME + path.replaceFirst("^/+", "/") + "?");
        }
        return Path.of(path);
    }
}
