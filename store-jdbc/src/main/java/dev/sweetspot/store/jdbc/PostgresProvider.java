package dev.sweetspot.store.jdbc;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreProvider;
import java.nio.file.Path;
import java.util.Optional;

/**
 * PostgreSQL: {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE}. Artifacts lie in the database too, where every worker
 * reaches them; with {@code ?artifacts=FOLDER} in a folder that all workers see.
 */
public final class PostgresProvider implements StoreProvider {
    @Override
    public String form() {
        return PostgresAddress.FORM;
    }

    @Override
    public boolean takes(String address) {
        return PostgresAddress.isOne(address);
    }

    @Override
    public Store open(String address) {
        return PostgresStore.open(address);
    }

    @Override
    public Artifacts artifacts(String address, Path local) {
        var parts = PostgresAddress.of(address);
        return parts.artifacts()
                .<Artifacts>map(FolderArtifacts::new)
                .orElseGet(() -> new PostgresArtifacts(parts, local));
    }

    @Override
    public String shown(String address) {
        return PostgresAddress.of(address).shown();
    }

    @Override
    public Optional<Path> file(String address) {
        return Optional.empty();
    }
}
