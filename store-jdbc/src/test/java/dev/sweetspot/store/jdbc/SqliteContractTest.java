package dev.sweetspot.store.jdbc;

import dev.sweetspot.store.Store;
import dev.sweetspot.testkit.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    protected Store open() {
        return SqliteStore.open(folder.resolve("studies.db"));
    }

    @Override
    protected Store reopened(Store open) {
        open.close();
        return open();
    }
}
